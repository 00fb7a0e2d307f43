package dev.portage.route.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few of many. Safe to share between threads. */
final class Recent<T> {
  private final int most;
  private final Deque<T> kept = new ArrayDeque<>();

  Recent(int most) {
    this.most = most;
  }

  synchronized void add(T one) {
    if (kept.size() == most) {
      kept.removeFirst();
    }
    kept.addLast(one);
  }

  /** The oldest first. */
  synchronized List<T> list() {
    return List.copyOf(kept);
  }
}
