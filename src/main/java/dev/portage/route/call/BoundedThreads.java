package dev.portage.route.call;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pools whose work is done by who hands it over while all threads are busy, so that nothing piles
 * up.
 */
public final class BoundedThreads {
  private BoundedThreads() {}

  /** A pool of at most so many threads, which end when idle. */
  public static ThreadPoolExecutor pool(String name, int threads) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        threads,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        },
        BoundedThreads::runHere);
  }

  /**
   * Camel's parallel split takes one thread of the pool for handing out its work: if that one only
   * waited, a pool whose threads all hand out would stand still for ever.
   */
  private static void runHere(Runnable task, ThreadPoolExecutor pool) {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException("the pool is shut down");
    }
    task.run();
  }
}
