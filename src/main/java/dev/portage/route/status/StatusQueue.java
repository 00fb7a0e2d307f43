package dev.portage.route.status;

import dev.portage.route.call.Failures;
import dev.portage.route.call.InFlight;
import dev.portage.route.run.StatusUpdate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What Port is to be told, on its way: handed over without waiting, told one after another, and
 * counted until it has arrived or is lost.
 */
final class StatusQueue {
  private static final int CAPACITY = 1000;

  private final Consumer<StatusUpdate> sent;
  private final InFlight underway = new InFlight();
  private final BlockingQueue<Exchange> backlog =
      new Backlog<>(CAPACITY, StatusQueue::isPassing, any -> lostAndSettled("too many waited"));
  private long lost;
  private @Nullable String reason;

  /**
   * Nothing is on its way yet.
   *
   * @param sent puts an update into the backlog
   */
  StatusQueue(Consumer<StatusUpdate> sent) {
    this.sent = sent;
  }

  private static boolean isPassing(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof StatusUpdate update && update.isPassing();
  }

  /** What the route {@code status} takes its updates from. */
  BlockingQueue<Exchange> backlog() {
    return backlog;
  }

  /** Hands an update over; when it cannot be told it is lost, which is counted. */
  void tell(StatusUpdate update) {
    underway.begin();
    try {
      sent.accept(update);
    } catch (RuntimeException e) {
      // The routes have been stopped.
      lostAndSettled(Failures.words(e));
    }
  }

  private void lostAndSettled(String why) {
    lost(why);
    settled();
  }

  /** A call of an update failed. */
  synchronized void lost(String why) {
    lost++;
    reason = why;
  }

  /** Nothing more becomes of an update. */
  void settled() {
    underway.end();
  }

  /**
   * Waits until everything is told, but not longer than that.
   *
   * @return true when everything is
   */
  boolean await(Duration limit) throws InterruptedException {
    return underway.await(limit);
  }

  /** Whether anything was lost since {@link #losses} was asked last. */
  synchronized boolean hasLost() {
    return lost > 0;
  }

  /**
   * How much was lost since this was asked last, and why the last of it; empty when nothing was.
   */
  synchronized Optional<String> losses() {
    if (lost == 0) {
      return Optional.empty();
    }
    String said = lost + " times, the last time: " + reason;
    lost = 0;
    return Optional.of(said);
  }
}
