package dev.portage.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a failed call is tried again, and after how long (contract, sections 4.1 and 6.2). Pure: the
 * clock and the dice are handed in.
 *
 * @param maxAttempts tries of one call, the first one included
 * @param maxServerErrors tries of a call that is answered 500, which is rarely cured by waiting
 * @param base the longest wait after the first try; doubled with every further one
 * @param longestPause no wait that we choose ourselves is longer
 * @param longestTold no wait that the server asks for is kept longer
 * @param total all waits of one call together
 */
public record RetryPolicy(
    int maxAttempts,
    int maxServerErrors,
    Duration base,
    Duration longestPause,
    Duration longestTold,
    Duration total) {
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
  private static final int MAX_UNKNOWN_HOST = 3;

  /** Refuses counts below 1 and times below zero. */
  public RetryPolicy {
    if (maxAttempts < 1 || maxServerErrors < 1) {
      throw new IllegalArgumentException("attempts: " + maxAttempts + "; expected at least 1");
    }
    for (Duration duration : new Duration[] {base, longestPause, longestTold, total}) {
      if (duration.isNegative()) {
        throw new IllegalArgumentException("wait: " + duration + "; expected none below zero");
      }
    }
  }

  /** Towards a source API: about 40 s of our own waits, at most 10 minutes as told. */
  public static RetryPolicy forSource() {
    return new RetryPolicy(
        11,
        4,
        Duration.ofMillis(250),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10));
  }

  /** Towards Port: at most 34 s of waits after 500, and 94 s after others unless told more. */
  public static RetryPolicy forPort() {
    return new RetryPolicy(
        12,
        8,
        Duration.ofMillis(300),
        Duration.ofSeconds(15),
        Duration.ofSeconds(300),
        Duration.ofMinutes(30));
  }

  /**
   * Whether a method may be sent twice (RFC 9110, section 9.2.2).
   *
   * @param reads true when the call only reads, as a listing by POST does
   */
  public static boolean isRepeatable(String method, boolean reads) {
    String name = method.toUpperCase(Locale.ROOT);
    return IDEMPOTENT.contains(name) || (reads && name.equals("POST"));
  }

  /** What to do about a call that has just failed. */
  public Decision decide(Attempt attempt, Instant now, RandomGenerator random) {
    if (attempt.failure() instanceof Failure.Answer answer) {
      return about(answer, attempt, now, random);
    }
    if (attempt.failure() == Failure.Transport.CERTIFICATE) {
      return new Decision.GiveUp("the certificate is not trusted");
    }
    boolean unknown = attempt.failure() == Failure.Transport.UNKNOWN_HOST;
    int most = unknown ? Math.min(MAX_UNKNOWN_HOST, maxAttempts) : maxAttempts;
    return pause(attempt, most, Optional.empty(), random);
  }

  private Decision about(
      Failure.Answer answer, Attempt attempt, Instant now, RandomGenerator random) {
    if (answer.status() == 401) {
      return attempt.renewable() ? new Decision.Reauthenticate() : new Decision.GiveUp("");
    }
    if (!PASSING.contains(answer.status())) {
      return new Decision.GiveUp("");
    }
    int most = answer.status() == 500 ? maxServerErrors : maxAttempts;
    return pause(attempt, most, ToldWait.in(answer.headers(), now), random);
  }

  private Decision pause(
      Attempt attempt, int most, Optional<Duration> told, RandomGenerator random) {
    if (!attempt.repeatable()) {
      return new Decision.GiveUp("not tried again, since doing it twice could do harm");
    }
    if (attempt.number() >= most) {
      return new Decision.GiveUp("tried " + attempt.number() + " times");
    }
    Duration left = total.minus(attempt.waited());
    Duration wait = told.orElseGet(() -> chosen(attempt.number(), random));
    if (wait.compareTo(left) > 0) {
      return new Decision.GiveUp(
          "a wait of " + seconds(wait) + " s would be due, and " + seconds(left) + " s are left");
    }
    return new Decision.Wait(
        told.isPresent() && wait.compareTo(longestTold) > 0 ? longestTold : wait);
  }

  /** Full jitter: anything between nothing and the doubled wait. */
  private Duration chosen(int number, RandomGenerator random) {
    long doubled = base.toMillis() << Math.min(number - 1, 30);
    long most = Math.min(doubled, longestPause.toMillis());
    return Duration.ofMillis(random.nextLong(most + 1));
  }

  private static long seconds(Duration duration) {
    return Math.max(0, (duration.toMillis() + 999) / 1000);
  }
}
