package dev.portage.route.call;

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
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** What has happened to one call so far; for one exchange. */
public final class CallState {
  private static final Logger LOG = LoggerFactory.getLogger(CallState.class);

  /** Such a wait is said each time: somebody may look for what nothing happens. */
  private static final Duration LONG_WAIT = Duration.ofMinutes(1);

  private int attempts;
  private int status;
  private volatile long sent = System.nanoTime();
  private final long begun = System.nanoTime();
  private int renewed;
  private boolean waited;
  private Decision last = new Decision.GiveUp("");

  /**
   * Decides about the failure of an attempt and keeps that in mind.
   *
   * @param repeatable whether doing it twice does no harm
   * @param renewals new credentials that may be taken in succession; 0 when none can be had at all
   */
  public Decision decide(RetryPolicy policy, Failure failure, boolean repeatable, int renewals) {
    attempts++;
    status = failure instanceof Failure.Answer answer ? answer.status() : 0;
    // The attempts count as well as the waits: an answer that drips takes its time each time.
    Duration spent = Duration.ofNanos(System.nanoTime() - begun);
    Attempt attempt = new Attempt(failure, attempts, spent, repeatable, renewed < renewals);
    last = policy.decide(attempt, Instant.now(), ThreadLocalRandom.current());
    // After another fault a credential may have gone once more: a server that restarts forgets
    // them.
    renewed = last instanceof Decision.Reauthenticate ? renewed + 1 : 0;
    return last;
  }

  /** A step that is no failure, such as a redirect: the next attempt follows at once. */
  public void goOn() {
    last = new Decision.Wait(Duration.ZERO);
  }

  /** No further attempt. */
  public void end() {
    last = new Decision.GiveUp("");
  }

  /**
   * Carries out the last decision when it is to wait or to give up: says so and waits, or makes
   * what was wrong the failure of the exchange.
   *
   * @param mostWhileStopping the longest wait worth while once the process ends; zero for none
   */
  public void waitOrGiveUp(
      Exchange exchange, RuntimeException said, Stop stop, Duration mostWhileStopping) {
    if (last instanceof Decision.Wait wait
        && stop.isWorthWhile(wait.duration(), mostWhileStopping)) {
      sayThatItWaits(said, wait.duration());
      if (stop.pause(wait.duration(), mostWhileStopping)) {
        return;
      }
    }
    end();
    exchange.setProperty(Exchange.EXCEPTION_CAUGHT, said);
  }

  /** Once for each call that has to wait; every further wait only for who looks closely. */
  private void sayThatItWaits(RuntimeException said, Duration wait) {
    boolean first = !waited || wait.compareTo(LONG_WAIT) >= 0;
    waited = true;
    said(LOG.atLevel(first ? Level.INFO : Level.DEBUG))
        .log("{}; attempt {} follows in {} ms", said.getMessage(), attempts + 1, wait.toMillis());
  }

  /** A line of the log about the attempt that has failed last. */
  public LoggingEventBuilder said(LoggingEventBuilder line) {
    LoggingEventBuilder numbered = line.addKeyValue("attempt", attempts);
    return status == 0 ? numbered : numbered.addKeyValue("status", status);
  }

  /** An attempt is about to be sent. */
  public void sent() {
    sent = System.nanoTime();
  }

  /** The number of the attempt that is under way, from 1; what is no failure does not count. */
  public int attempt() {
    return attempts + 1;
  }

  /** Time since the last attempt was sent. */
  public Duration sinceSent() {
    return Duration.ofNanos(System.nanoTime() - sent);
  }

  /** Whether another attempt follows; decided once the last one has failed. */
  public boolean again() {
    return !(last instanceof Decision.GiveUp);
  }
}
