package dev.portage.route.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what was handed over and is not done, and lets one wait until nothing is. */
public final class InFlight {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long count;

  /** One more is under way. */
  public void begin() {
    add(1);
  }

  /** One is done. */
  public void end() {
    add(-1);
  }

  private void add(int change) {
    lock.lock();
    try {
      count += change;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns when nothing is under way, or when the time is over.
   *
   * @return true when nothing is
   */
  public boolean await(Duration limit) throws InterruptedException {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (count > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      return count == 0;
    } finally {
      lock.unlock();
    }
  }

  /** Returns when nothing is under way. */
  public void await() throws InterruptedException {
    lock.lock();
    try {
      while (count > 0) {
        changed.await(1, TimeUnit.SECONDS);
      }
    } finally {
      lock.unlock();
    }
  }
}
