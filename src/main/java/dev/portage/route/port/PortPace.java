package dev.portage.route.port;

import dev.portage.http.Headers;
import dev.portage.http.RateLimit;
import dev.portage.route.call.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows calls to Port down before Port refuses them: whoever is about to send pauses as long as
 * {@link RateLimit} says by the last answers. Safe to share between threads.
 */
public final class PortPace {
  private static final Logger LOG = LoggerFactory.getLogger(PortPace.class);

  private final Clock clock;
  private final Stop stop;
  private final AtomicInteger underway = new AtomicInteger();
  private RateLimit known = RateLimit.UNKNOWN;
  private Instant slowUntil = Instant.MIN;
  private final LongAdder pauses = new LongAdder();

  PortPace(Clock clock, Stop stop) {
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * A call is about to be sent; {@link #leave} has to follow.
   *
   * @return how long it paused, in nanoseconds
   */
  public long enter() {
    Duration pause = pause(underway.getAndIncrement(), clock.instant());
    if (!pause.isZero()) {
      pauses.increment();
      long begun = System.nanoTime();
      stop.pause(pause, Duration.ZERO);
      return System.nanoTime() - begun;
    }
    return 0;
  }

  private synchronized Duration pause(int others, Instant now) {
    Duration pause = known.pause(others, now);
    if (!pause.isZero() && now.isAfter(slowUntil)) {
      // Once for each period, not for each call.
      slowUntil = known.reset();
      LOG.info(
          "Port allows {} more of {} calls until {}; slowing down",
          known.remaining(),
          known.limit(),
          known.reset());
    }
    return pause;
  }

  /** A call that entered has its answer, or failed. */
  public void leave() {
    underway.decrementAndGet();
  }

  /** Takes in what an answer says about the calls left. */
  public synchronized void heard(Headers headers) {
    RateLimit.in(headers, clock.instant()).ifPresent(told -> known = known.and(told));
  }

  /** How many calls paused since the start. */
  long pauses() {
    return pauses.sum();
  }
}
