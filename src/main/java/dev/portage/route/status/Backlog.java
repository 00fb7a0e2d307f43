package dev.portage.route.status;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A queue that never refuses and never blocks: when it is full, it drops the oldest item that is of
 * no lasting interest, or the oldest of all when each of them is.
 *
 * @param <T> what waits
 */
final class Backlog<T> extends LinkedBlockingQueue<T> {
  private static final long serialVersionUID = 1L;

  private final transient Predicate<? super T> passing;
  private final transient Consumer<? super T> dropped;

  /**
   * An empty one.
   *
   * @param capacity at least 1
   * @param passing what may be dropped first
   * @param dropped is told of each item that is dropped
   */
  Backlog(int capacity, Predicate<? super T> passing, Consumer<? super T> dropped) {
    super(capacity);
    this.passing = passing;
    this.dropped = dropped;
  }

  @Override
  public boolean offer(T item) {
    while (!super.offer(item)) {
      T victim = victim();
      if (victim != null && remove(victim)) {
        dropped.accept(victim);
      }
    }
    return true;
  }

  private @Nullable T victim() {
    for (T waiting : this) {
      if (passing.test(waiting)) {
        return waiting;
      }
    }
    return peek();
  }
}
