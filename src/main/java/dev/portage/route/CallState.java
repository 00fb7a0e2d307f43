package dev.portage.route;

import dev.portage.http.Attempt;
import dev.portage.http.Decision;
import dev.portage.http.Failure;
import dev.portage.http.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has happened to one call so far; for one exchange. */
final class CallState {
  private static final Logger LOG = LoggerFactory.getLogger(CallState.class);

  private int attempts;
  private final long begun = System.nanoTime();
  private boolean renewed;
  private Decision last = new Decision.GiveUp("");

  /**
   * Decides about the failure of an attempt and keeps that in mind.
   *
   * @param repeatable whether doing it twice does no harm
   * @param renewable whether a new credential can be had at all
   */
  Decision decide(RetryPolicy policy, Failure failure, boolean repeatable, boolean renewable) {
    attempts++;
    // The attempts count as well as the waits: an answer that drips takes its time each time.
    Duration spent = Duration.ofNanos(System.nanoTime() - begun);
    Attempt attempt = new Attempt(failure, attempts, spent, repeatable, renewable && !renewed);
    last = policy.decide(attempt, Instant.now(), ThreadLocalRandom.current());
    renewed |= last instanceof Decision.Reauthenticate;
    return last;
  }

  /** A step that is no failure, such as a redirect: the next attempt follows at once. */
  void goOn() {
    last = new Decision.Wait(Duration.ZERO);
  }

  /** No further attempt. */
  void end() {
    last = new Decision.GiveUp("");
  }

  /**
   * Carries out the last decision when it is to wait or to give up: says so, or makes what was
   * wrong the failure of the exchange.
   *
   * @return the pause before the next attempt
   */
  Duration waitOrGiveUp(Exchange exchange, RuntimeException said) {
    if (!(last instanceof Decision.Wait wait)) {
      exchange.setProperty(Exchange.EXCEPTION_CAUGHT, said);
      return Duration.ZERO;
    }
    LOG.info(
        "{}; attempt {} follows in {} ms",
        said.getMessage(),
        attempts + 1,
        wait.duration().toMillis());
    return wait.duration();
  }

  boolean again() {
    return !(last instanceof Decision.GiveUp);
  }
}
