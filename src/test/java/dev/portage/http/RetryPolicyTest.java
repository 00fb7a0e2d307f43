package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.http.Decision.GiveUp;
import dev.portage.http.Decision.Reauthenticate;
import dev.portage.http.Decision.Wait;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
  // The dice at their highest: every wait is as long as it can be.
  private static final RandomGenerator HIGHEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          throw new UnsupportedOperationException("only bounded numbers are asked for");
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };
  private static final RetryPolicy SOURCE = RetryPolicy.forSource();
  private static final RetryPolicy PORT = RetryPolicy.forPort();

  private static Attempt answered(int status, int number, Map<String, String> headers) {
    return new Attempt(
        new Failure.Answer(status, Headers.of(headers)), number, Duration.ZERO, true, false);
  }

  private static Decision source(Attempt attempt) {
    return SOURCE.decide(attempt, NOW, HIGHEST);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void passingTroubleIsTriedAgain(int status) {
    assertThat(source(answered(status, 1, Map.of()))).isInstanceOf(Wait.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 304, 400, 403, 404, 405, 409, 410, 422, 501, 505})
  void otherAnswersAreFinal(int status) {
    assertThat(source(answered(status, 1, Map.of("Retry-After", "1")))).isInstanceOf(GiveUp.class);
  }

  @Test
  void aRefusedCredentialIsRenewedOnceAndNeverJustTriedAgain() {
    Failure refused = new Failure.Answer(401, Headers.of(Map.of("Retry-After", "0")));
    assertThat(source(new Attempt(refused, 1, Duration.ZERO, true, true)))
        .isInstanceOf(Reauthenticate.class);
    assertThat(source(new Attempt(refused, 1, Duration.ZERO, false, true)))
        .isInstanceOf(Reauthenticate.class);
    assertThat(source(new Attempt(refused, 2, Duration.ZERO, true, false)))
        .isInstanceOf(GiveUp.class);
  }

  @Test
  void whatCouldDoHarmTwiceIsDoneOnce() {
    Attempt write =
        new Attempt(new Failure.Answer(503, Headers.NONE), 1, Duration.ZERO, false, false);
    assertThat(source(write))
        .isEqualTo(new GiveUp("not tried again, since doing it twice could do harm"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,false,true",
    "head,false,true",
    "PUT,false,true",
    "DELETE,false,true",
    "OPTIONS,false,true",
    "POST,true,true",
    "POST,false,false",
    "PATCH,true,false",
    "PATCH,false,false"
  })
  void knowsWhichMethodsMayBeSentTwice(String method, boolean reads, boolean expected) {
    assertThat(RetryPolicy.isRepeatable(method, reads)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "Retry-After: {0} -> {1} ms")
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "2 | 2000",
        "1.5 | 1500",
        "' 7 ' | 7000",
        "60 | 60000",
        "300 | 60000",
        "Sat, 31 Jan 2026 10:00:30 GMT | 30000",
        "2026-01-31T10:00:05Z | 5000",
        "2026-01-31T12:00:05+02:00 | 5000",
        "1769853610 | 10000",
        "1769853610000 | 10000",
      })
  void waitsAsTold(String header, long millis) {
    assertThat(source(answered(429, 1, Map.of("Retry-After", header))))
        .isEqualTo(new Wait(Duration.ofMillis(millis)));
    assertThat(source(answered(429, 1, Map.of("X-RateLimit-Reset", header))))
        .isEqualTo(new Wait(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "-5",
        "1769853590",
        "Sat, 31 Jan 2026 09:00:00 GMT",
        "1e3",
        "99999999999999999999"
      })
  void whatCanNotBeReadOrIsPastCountsAsNothingTold(String header) {
    assertThat(source(answered(503, 1, Map.of("Retry-After", header))))
        .isEqualTo(new Wait(Duration.ofMillis(250)));
  }

  @Test
  void retryAfterGoesBeforeTheReset() {
    Map<String, String> both = Map.of("Retry-After", "3", "x-ratelimit-reset", "9");
    assertThat(source(answered(429, 1, both))).isEqualTo(new Wait(Duration.ofSeconds(3)));
    Map<String, String> unreadable = Map.of("Retry-After", "soon", "x-ratelimit-reset", "9");
    assertThat(source(answered(429, 1, unreadable))).isEqualTo(new Wait(Duration.ofSeconds(9)));
  }

  @Test
  void aToldWaitLongerThanWhatIsLeftGivesUpAtOnceAndSaysSo() {
    assertThat(source(answered(429, 1, Map.of("Retry-After", "3600"))))
        .isEqualTo(new GiveUp("a wait of 3600 s would be due, and 600 s are left"));
    Attempt late =
        new Attempt(
            new Failure.Answer(429, Headers.of(Map.of("Retry-After", "30"))),
            2,
            Duration.ofSeconds(590),
            true,
            false);
    assertThat(source(late))
        .isEqualTo(new GiveUp("a wait of 30 s would be due, and 10 s are left"));
  }

  @ParameterizedTest(name = "wait {0} of at most {1} ms")
  @CsvSource({"1,250", "2,500", "3,1000", "6,8000", "7,15000", "10,15000"})
  void ownWaitsDoubleUpToALimit(int number, long millis) {
    assertThat(source(answered(503, number, Map.of())))
        .isEqualTo(new Wait(Duration.ofMillis(millis)));
    assertThat(SOURCE.decide(answered(503, number, Map.of()), NOW, () -> 0L))
        .isEqualTo(new Wait(Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"500,34", "502,94", "503,94", "504,94"})
  void portIsWaitedForSoLongAndNoLonger(int status, long seconds) {
    assertThat(longestWait(PORT, new Failure.Answer(status, Headers.NONE)))
        .isLessThanOrEqualTo(Duration.ofSeconds(seconds))
        .isGreaterThan(Duration.ofSeconds(seconds - 2));
  }

  @Test
  void theSourceIsWaitedForAboutAMinuteAndABitAtMost() {
    assertThat(longestWait(SOURCE, Failure.Transport.CONNECTION))
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(80));
    assertThat(longestWait(SOURCE, new Failure.Answer(500, Headers.NONE)))
        .isLessThan(Duration.ofSeconds(2));
  }

  private static Duration longestWait(RetryPolicy policy, Failure failure) {
    Duration waited = Duration.ZERO;
    for (int number = 1; ; number++) {
      Decision decision =
          policy.decide(new Attempt(failure, number, waited, true, false), NOW, HIGHEST);
      if (!(decision instanceof Wait wait)) {
        return waited;
      }
      waited = waited.plus(wait.duration());
    }
  }

  @Test
  void portIsObeyedForLongerWaits() {
    Attempt limited = answered(429, 1, Map.of("x-ratelimit-reset", "250"));
    assertThat(PORT.decide(limited, NOW, HIGHEST)).isEqualTo(new Wait(Duration.ofSeconds(250)));
    Attempt longer = answered(429, 1, Map.of("x-ratelimit-reset", "900"));
    assertThat(PORT.decide(longer, NOW, HIGHEST)).isEqualTo(new Wait(Duration.ofSeconds(300)));
  }

  @Test
  void anUnknownHostIsTriedThreeTimesAndABadCertificateOnce() {
    assertThat(source(transport(Failure.Transport.UNKNOWN_HOST, 2))).isInstanceOf(Wait.class);
    assertThat(source(transport(Failure.Transport.UNKNOWN_HOST, 3)))
        .isEqualTo(new GiveUp("tried 3 times"));
    assertThat(source(transport(Failure.Transport.CERTIFICATE, 1)))
        .isEqualTo(new GiveUp("the certificate is not trusted"));
    assertThat(source(transport(Failure.Transport.CONNECTION, 10))).isInstanceOf(Wait.class);
    assertThat(source(transport(Failure.Transport.CONNECTION, 11))).isInstanceOf(GiveUp.class);
  }

  private static Attempt transport(Failure failure, int number) {
    return new Attempt(failure, number, Duration.ZERO, true, false);
  }

  @Test
  void readsTheKindOfFailureOutOfExceptions() {
    Throwable certificate = new SSLHandshakeException("x").initCause(new CertificateException("y"));
    assertThat(Failure.of(new IOException(certificate))).isEqualTo(Failure.Transport.CERTIFICATE);
    assertThat(Failure.of(new SSLPeerUnverifiedException("x")))
        .isEqualTo(Failure.Transport.CERTIFICATE);
    assertThat(Failure.of(new SSLHandshakeException("Remote host terminated the handshake")))
        .isEqualTo(Failure.Transport.CONNECTION);
    assertThat(Failure.of(new SSLException("closed"))).isEqualTo(Failure.Transport.CONNECTION);
    assertThat(Failure.of(new RuntimeException(new UnknownHostException("h"))))
        .isEqualTo(Failure.Transport.UNKNOWN_HOST);
    assertThat(Failure.of(new ConnectException("refused"))).isEqualTo(Failure.Transport.CONNECTION);
    assertThat(Failure.of(new SocketTimeoutException())).isEqualTo(Failure.Transport.CONNECTION);
  }

  @Test
  void refusesPoliciesAndAttemptsThatMakeNoSense() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new RetryPolicy(0, 1, second, second, second, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, 1, second.negated(), second, second, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> transport(Failure.Transport.CONNECTION, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // Contract, section 4.1, [R] for 500. status, a repeatable call, one that is sent once
    "401, Reauthenticate, Reauthenticate",
    "408, Wait,           GiveUp",
    "429, Wait,           GiveUp",
    "500, Wait,           GiveUp",
    "502, Wait,           GiveUp",
    "503, Wait,           GiveUp",
    "504, Wait,           GiveUp",
    "400, GiveUp,         GiveUp",
    "403, GiveUp,         GiveUp",
    "404, GiveUp,         GiveUp",
    "409, GiveUp,         GiveUp",
    "413, GiveUp,         GiveUp",
    "422, GiveUp,         GiveUp",
    "501, GiveUp,         GiveUp",
  })
  void portIsAskedAgainByStatusAndCall(int status, String repeatable, String once) {
    Failure failure = new Failure.Answer(status, Headers.NONE);

    assertThat(PORT.decide(towardsPort(failure, true), NOW, HIGHEST).getClass().getSimpleName())
        .isEqualTo(repeatable);
    assertThat(PORT.decide(towardsPort(failure, false), NOW, HIGHEST).getClass().getSimpleName())
        .isEqualTo(once);
  }

  private static Attempt towardsPort(Failure failure, boolean repeatable) {
    return new Attempt(failure, 1, Duration.ZERO, repeatable, true);
  }
}
