package dev.portage.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many calls an API still allows, as the headers {@code x-ratelimit-limit}, {@code -remaining},
 * {@code -reset} and {@code -period} say it (contract, section 4.1).
 *
 * @param limit calls allowed in one period; 0 when it is not told
 * @param remaining calls left, 0 or more
 * @param reset when the full number is allowed again, by our clock
 */
public record RateLimit(long limit, long remaining, Instant reset) {

  /** Nothing is known, so nothing is limited. */
  public static final RateLimit UNKNOWN = new RateLimit(0, Long.MAX_VALUE, Instant.MIN);

  /** No pause is longer, whatever the headers say. */
  public static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Pattern COUNT = Pattern.compile("\\d{1,15}");
  private static final int LOW_SHARE = 10;

  /** Answers that cross on their way may name instants that differ by a second. */
  private static final Duration SAME_PERIOD = Duration.ofSeconds(2);

  /** Refuses counts below zero. */
  public RateLimit {
    if (limit < 0 || remaining < 0) {
      throw new IllegalArgumentException(
          "rate limit: " + remaining + " of " + limit + "; expected none below zero");
    }
  }

  /**
   * Reads the headers of an answer. The instant is measured by the answer's own {@code Date} where
   * there is one, since the clocks differ, and is never further away than a whole period.
   *
   * @return empty when they do not say how many calls are left, and until when
   */
  public static Optional<RateLimit> in(Headers headers, Instant now) {
    Optional<Long> remaining = count(headers, "x-ratelimit-remaining");
    if (remaining.isEmpty()) {
      return Optional.empty();
    }
    Instant theirs = ToldWait.date(headers).orElse(now);
    Optional<Duration> wait = ToldWait.named("x-ratelimit-reset", headers, theirs);
    if (wait.isEmpty()) {
      return Optional.empty();
    }
    Duration left =
        count(headers, "x-ratelimit-period")
            .filter(seconds -> seconds > 0)
            .map(Duration::ofSeconds)
            .filter(period -> period.compareTo(wait.get()) < 0)
            .orElse(wait.get());
    long limit = count(headers, "x-ratelimit-limit").orElse(0L);
    return Optional.of(new RateLimit(limit, remaining.get(), now.plus(left)));
  }

  private static Optional<Long> count(Headers headers, String name) {
    return headers
        .first(name)
        .map(String::strip)
        .filter(value -> COUNT.matcher(value).matches())
        .map(Long::valueOf);
  }

  /**
   * What is known after another answer. Answers of the same period may arrive in another order than
   * they were given: the one that leaves less is the newer one.
   */
  public RateLimit and(RateLimit other) {
    boolean samePeriod =
        reset.isAfter(other.reset.minus(SAME_PERIOD))
            && reset.isBefore(other.reset.plus(SAME_PERIOD));
    return samePeriod && remaining < other.remaining ? this : other;
  }

  /** Whether so few calls are left that they have to be spread over the time until the reset. */
  public boolean isLow(int underway, Instant now) {
    return now.isBefore(reset) && (remaining * LOW_SHARE < limit || remaining <= underway);
  }

  /**
   * The pause before one more call: none while enough are left; else what spreads the calls left
   * evenly over the time until the reset; all of that time when none is left.
   *
   * @param underway calls that were sent or pause, and may not be counted in what remains
   */
  public Duration pause(int underway, Instant now) {
    if (!isLow(underway, now)) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, reset);
    long free = remaining - underway;
    // All who are under way pause as well, so each has to wait for the shares of all.
    Duration share = free <= 0 ? left : left.multipliedBy(underway + 1L).dividedBy(free);
    return shortest(share, shortest(left, LONGEST));
  }

  private static Duration shortest(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
