package dev.portage.trigger;

import java.util.ArrayList;
import java.util.List;

/**
 * Who wants a resync, and waits for one that begins after the wish. However many wait, the next
 * resync serves them all. Safe for use by several threads.
 *
 * <p>A wish is added here first, and only then is somebody woken who calls {@link #begin}. So a
 * wish is never left behind: whoever is woken, by this wish or by another, begins after it.
 */
public final class Wishes {
  private final List<Wish> waiting = new ArrayList<>();
  private final List<Wish> serving = new ArrayList<>();
  private boolean closed;

  private record Wish(Scope scope, Runnable served) {}

  /** Wants a resync of at least this. */
  public void add(Scope scope) {
    add(scope, () -> {});
  }

  /**
   * Wants a resync of at least this.
   *
   * @param served is run once, when a resync that began after the wish has ended; never when the
   *     process ends before that
   */
  public synchronized void add(Scope scope, Runnable served) {
    waiting.add(new Wish(scope, served));
  }

  /**
   * Begins to serve all who wait, and those of a resync that never told its end.
   *
   * @return what the resync has to cover; nothing when nobody waits any more, or after {@link
   *     #close}
   */
  public synchronized Scope begin() {
    if (closed) {
      return Scope.NOTHING;
    }
    serving.addAll(waiting);
    waiting.clear();
    return serving.stream().map(Wish::scope).reduce(Scope.NOTHING, Scope::and);
  }

  /** The resync that began last has ended: who was served by it is told. */
  public void end() {
    List<Wish> served;
    synchronized (this) {
      served = List.copyOf(serving);
      serving.clear();
    }
    served.forEach(wish -> wish.served().run());
  }

  /** From now on no resync begins, and nobody is told that one has ended. */
  public synchronized void close() {
    closed = true;
    waiting.clear();
    serving.clear();
  }
}
