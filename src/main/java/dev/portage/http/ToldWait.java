package dev.portage.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The wait that an answer asks for in {@code Retry-After} or {@code x-ratelimit-reset}. */
final class ToldWait {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
  private static final double LARGEST_SECONDS = 10_000;
  private static final double SMALLEST_MILLIS = 100_000_000_000.0;

  private ToldWait() {}

  /**
   * Header parsing by contract, section 4.1: digits up to 10,000 are seconds, larger ones an
   * instant in epoch seconds (or milliseconds), dates are instants. An instant that is past says
   * nothing; the clocks differ.
   *
   * @return empty when the answer asks for no wait that can be read
   */
  static Optional<Duration> in(Headers headers, Instant now) {
    return Stream.of("Retry-After", "x-ratelimit-reset")
        .flatMap(name -> named(name, headers, now).stream())
        .findFirst();
  }

  /** The wait that one header asks for. */
  static Optional<Duration> named(String name, Headers headers, Instant now) {
    return headers.first(name).flatMap(value -> read(value.strip(), now));
  }

  /** When the answer was given, by the clock of who gave it (RFC 9110, section 6.6.1). */
  static Optional<Instant> date(Headers headers) {
    return headers.first("Date").flatMap(value -> parsed(ToldWait::httpDate, value.strip()));
  }

  private static Optional<Duration> read(String value, Instant now) {
    if (NUMBER.matcher(value).matches()) {
      double number = Double.parseDouble(value);
      return number <= LARGEST_SECONDS
          ? Optional.of(Duration.ofMillis(Math.round(number * 1000)))
          : until(epoch(number), now);
    }
    return Stream.<Function<String, Instant>>of(
            ToldWait::httpDate, text -> OffsetDateTime.parse(text).toInstant())
        .flatMap(form -> parsed(form, value).stream())
        .findFirst()
        .flatMap(instant -> until(instant, now));
  }

  private static Instant epoch(double number) {
    double seconds = number >= SMALLEST_MILLIS ? number / 1000 : number;
    return Instant.ofEpochSecond((long) Math.ceil(seconds));
  }

  private static Instant httpDate(String text) {
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text));
  }

  private static Optional<Instant> parsed(Function<String, Instant> form, String text) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> until(Instant instant, Instant now) {
    return Optional.of(Duration.between(now, instant)).filter(left -> !left.isNegative());
  }
}
