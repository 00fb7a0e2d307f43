package dev.portage.route;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses that a stop ends at once. */
final class Pause {
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Ends the pause that is going on, and all that follow. */
  void stop() {
    stopped.countDown();
  }

  /**
   * Waits.
   *
   * @throws CannotStart when it was stopped
   */
  void take(Duration time) {
    try {
      if (!stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CannotStart("stopped before the start was over");
  }
}
