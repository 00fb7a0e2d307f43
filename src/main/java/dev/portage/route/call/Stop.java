package dev.portage.route.call;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of the process, as whoever waits or is about to begin something has to know it. */
public final class Stop {
  private final CountDownLatch begun = new CountDownLatch(1);

  /** By {@link System#nanoTime}. */
  private volatile long end;

  /**
   * From now on every wait ends at once; only the first call counts.
   *
   * @param limit what is not done by then is not done any more
   */
  public synchronized void begin(Duration limit) {
    if (!isBegun()) {
      end = System.nanoTime() + limit.toNanos();
      begun.countDown();
    }
  }

  /** Nothing is tried again from now on. */
  public void over() {
    end = System.nanoTime();
  }

  /** Whether the end has begun; it stays so. */
  public boolean isBegun() {
    return begun.getCount() == 0;
  }

  /**
   * Whether a call may be tried again after a wait.
   *
   * @param mostWhileStopping the longest wait worth while once the end has begun; zero when nothing
   *     is tried again then
   */
  public boolean isWorthWhile(Duration wait, Duration mostWhileStopping) {
    return !isBegun()
        || (!mostWhileStopping.isZero()
            && wait.compareTo(mostWhileStopping) <= 0
            && wait.toNanos() < end - System.nanoTime());
  }

  /**
   * Waits; the end of the process cuts that short.
   *
   * @return false when the call is not to be tried again; see {@link #isWorthWhile}
   */
  public boolean pause(Duration wait, Duration mostWhileStopping) {
    try {
      if (!begun.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        return true;
      }
      if (!isWorthWhile(wait, mostWhileStopping)) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
