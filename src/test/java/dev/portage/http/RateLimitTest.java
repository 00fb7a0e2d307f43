package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slowing down before being refused, by the headers of Port's answers. */
class RateLimitTest {
  private static final Instant NOW = Instant.parse("2026-08-20T10:00:00Z");

  @ParameterizedTest(name = "{0} of {1} left for {2} s, {3} under way: {4} ms")
  @CsvSource({
    // enough left: no pause
    "1000, 1000, 60, 0, 0",
    " 100, 1000, 60, 0, 0",
    "  11,    0, 60, 10, 0",
    // less than a tenth: spread evenly over the time left
    "  99, 1000, 99, 0, 1000",
    "  60, 1000, 60, 0, 1000",
    "   1, 1000, 60, 0, 60000",
    // ten callers share what is left: each waits for the turns of all
    "  69, 1000, 60, 9, 10000",
    // as few as are under way, although that is more than a tenth
    "  10,   50, 60, 10, 60000",
    "  12,  130, 60, 11, 60000",
    // nothing left: until the reset
    "   0, 1000, 60, 0, 60000",
    "   5, 1000, 60, 7, 60000",
    // never longer than until the reset, nor than 300 s
    "   2, 1000, 60, 1, 60000",
    "   0, 1000, 9000, 0, 300000",
    "   1, 1000, 9000, 0, 300000",
    // the reset is past: everything is allowed again
    "   0, 1000, 0, 0, 0",
    "   0, 1000, -5, 0, 0",
  })
  void theCallsLeftAreSpreadOverTheTimeLeft(
      long remaining, long limit, long seconds, int underway, long pause) {
    RateLimit known = new RateLimit(limit, remaining, NOW.plusSeconds(seconds));

    assertThat(known.pause(underway, NOW)).isEqualTo(Duration.ofMillis(pause));
    assertThat(known.isLow(underway, NOW)).isEqualTo(pause > 0);
  }

  @Test
  void whatIsNotKnownLimitsNothing() {
    assertThat(RateLimit.UNKNOWN.pause(100, NOW)).isZero();
  }

  @ParameterizedTest(name = "remaining {0}, limit {1}, reset {2}, period {3}, Date {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "  7, 1000, 1787220060, 300, -, 7 of 1000 in 60 s",
        "  7, 1000, 1787220060, -, -, 7 of 1000 in 60 s",
        "  7, -, 60, -, -, 7 of 0 in 60 s",
        "  7, some, 60, -, -, 7 of 0 in 60 s",
        // their clock is an hour ahead of ours
        "  7, 1000, 1787223660, 300, 'Thu, 20 Aug 2026 11:00:00 GMT', 7 of 1000 in 60 s",
        // their clock is an hour ahead of ours, and they do not say so
        "  7, 1000, 1787223660, 300, -, 7 of 1000 in 300 s",
        "  7, 1000, 1787223660, 300, yesterday, 7 of 1000 in 300 s",
        // nothing that could be used
        "  -, 1000, 1787220060, 300, -, -",
        " -1, 1000, 1787220060, 300, -, -",
        "few, 1000, 1787220060, 300, -, -",
        "  7, 1000, -, 300, -, -",
        "  7, 1000, soon, 300, -, -",
        "  7, 1000, 1787219000, 300, -, -",
      })
  void theHeadersAreRead(
      String remaining, String limit, String reset, String period, String date, String expected) {
    Map<String, String> headers = new TreeMap<>();
    put(headers, "x-ratelimit-remaining", remaining);
    put(headers, "X-RateLimit-Limit", limit);
    put(headers, "x-ratelimit-reset", reset);
    put(headers, "x-ratelimit-period", period);
    put(headers, "Date", date);

    var read = RateLimit.in(Headers.of(headers), NOW).map(RateLimitTest::words);

    assertThat(read.orElse(null)).isEqualTo(expected);
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  private static String words(RateLimit limit) {
    long left = Duration.between(NOW, limit.reset()).toSeconds();
    return "%d of %d in %d s".formatted(limit.remaining(), limit.limit(), left);
  }

  @ParameterizedTest(name = "{0} until {1} s, then {2} until {3} s: {4}")
  @CsvSource({
    "50, 60, 49, 60, 49",
    // an answer that was overtaken on its way
    "49, 60, 50, 60, 49",
    "49, 60, 50, 61, 49",
    // a new period
    " 0, 60, 1000, 360, 1000",
  })
  void theNewerAnswerCounts(long first, long until, long second, long untilThen, long left) {
    RateLimit before = new RateLimit(1000, first, NOW.plusSeconds(until));
    RateLimit after = new RateLimit(1000, second, NOW.plusSeconds(untilThen));

    assertThat(before.and(after).remaining()).isEqualTo(left);
    assertThat(RateLimit.UNKNOWN.and(after)).isEqualTo(after);
  }

  @Test
  void countsBelowZeroAreRefused() {
    assertThatThrownBy(() -> new RateLimit(10, -1, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rate limit: -1 of 10; expected none below zero");
  }
}
