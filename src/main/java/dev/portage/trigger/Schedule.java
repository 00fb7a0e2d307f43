package dev.portage.trigger;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something is due again and again. */
public sealed interface Schedule {

  /** What a schedule may look like, for messages. */
  String EXPECTED =
      "an interval such as 15m, 2h or PT30M, or a cron expression such as \"0 3 * * *\"";

  /**
   * At a fixed rhythm, the first time after one interval.
   *
   * @param interval from one second to a year
   */
  record Every(Duration interval) implements Schedule {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Refuses what is no rhythm. */
    public Every {
      if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("an interval from 1s to 366d");
      }
    }

    /**
     * The next time that is due (contract, section 4.5).
     *
     * @param start of the rhythm
     * @return the first whole multiple of the interval after the start that lies after {@code now}
     */
    public Instant next(Instant start, Instant now) {
      long passed = Math.max(0, Duration.between(start, now).dividedBy(interval));
      return start.plus(interval.multipliedBy(passed + 1));
    }
  }

  /**
   * At times of the calendar, in the time zone of the process.
   *
   * @param cron in the form of Quartz, seconds first
   */
  record At(String cron) implements Schedule {
    /** Refuses what is no cron expression, and one that is never due. */
    public At {
      Cron.check(cron);
    }
  }

  /**
   * Reads a schedule.
   *
   * @throws IllegalArgumentException when it is none; the message says what is expected
   */
  static Schedule parse(String text) {
    String schedule = text.strip();
    Optional<Duration> interval = IntervalText.read(schedule);
    if (interval.isPresent()) {
      return new Every(interval.get());
    }
    if (schedule.indexOf(' ') < 0) {
      throw new IllegalArgumentException(EXPECTED);
    }
    return new At(Cron.quartz(schedule));
  }

  /** An interval as people write it. */
  final class IntervalText {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s?([smhd])");

    private IntervalText() {}

    static Optional<Duration> read(String text) {
      Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
      if (matcher.matches()) {
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
            switch (matcher.group(2)) {
              case "s" -> Duration.ofSeconds(number);
              case "m" -> Duration.ofMinutes(number);
              case "h" -> Duration.ofHours(number);
              default -> Duration.ofDays(number);
            });
      }
      try {
        return Optional.of(Duration.parse(text));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
