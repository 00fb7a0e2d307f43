package dev.portage.route.port;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.portage.http.Headers;
import dev.portage.route.call.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/**
 * The pauses that {@code RateLimit} asks for are made, said once, counted, and end with the
 * process.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortPaceTest {
  private final Stop stop = new Stop();
  private final PortPace pace = new PortPace(Clock.systemUTC(), stop);
  private final Logger log = (Logger) LoggerFactory.getLogger(PortPace.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    log.setLevel(Level.INFO);
    log.addAppender(said);
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(said);
    log.setLevel(null);
  }

  private static Headers left(int calls, long seconds) {
    return Headers.of(
        Map.of(
            "x-ratelimit-limit", "1000",
            "x-ratelimit-remaining", Integer.toString(calls),
            "x-ratelimit-reset", Long.toString(seconds)));
  }

  private Duration call() {
    long begun = System.nanoTime();
    pace.enter();
    pace.leave();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Test
  void nothingIsSlowedDownWhileEnoughIsLeft() {
    pace.heard(left(900, 60));

    call();

    assertThat(pace.pauses()).isZero();
    assertThat(said.list).isEmpty();
  }

  @Test
  void whatIsLowIsSpreadAndSaidOnce() {
    pace.heard(left(40, 4));

    assertThat(call()).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    call();

    assertThat(pace.pauses()).isEqualTo(2);
    assertThat(said.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .startsWith("Port allows 40 more of 1000 calls until ")
        .endsWith("; slowing down");
  }

  @Test
  void afterTheResetNothingIsSlowedDown() {
    pace.heard(left(0, 1));
    Instant reset = Instant.now().plusMillis(900);

    call();

    assertThat(Instant.now()).isAfter(reset);
    assertThat(call()).isLessThan(Duration.ofSeconds(1));
    assertThat(pace.pauses()).isEqualTo(1);
  }

  @Test
  void theEndOfTheProcessEndsThePause() throws Exception {
    pace.heard(left(0, 250));
    Thread caller = new Thread(this::call);
    caller.start();
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    stop.begin(Duration.ofSeconds(20));

    caller.join();
    assertThat(pace.pauses()).isEqualTo(1);
  }
}
