package dev.portage.trigger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * How far a topic may be committed: up to the first message whose resync has not ended, so that it
 * comes again when the process dies before that. Safe for use by several threads.
 */
public final class Offsets {
  private final Map<Integer, TreeSet<Long>> open = new HashMap<>();

  /** A message asks for a resync that has not ended yet. */
  public synchronized void open(int partition, long offset) {
    open.computeIfAbsent(partition, any -> new TreeSet<>()).add(offset);
  }

  /** The resync that a message asked for has ended. */
  public synchronized void done(int partition, long offset) {
    TreeSet<Long> offsets = open.get(partition);
    if (offsets != null) {
      offsets.remove(offset);
    }
  }

  /** Partitions that are read by somebody else from now on. */
  public synchronized void forget(Collection<Integer> partitions) {
    open.keySet().removeAll(partitions);
  }

  /**
   * The offset to commit: what is read again after a crash begins there.
   *
   * @param position of the next message to read
   */
  public synchronized long committable(int partition, long position) {
    TreeSet<Long> offsets = open.get(partition);
    return offsets == null || offsets.isEmpty() ? position : Math.min(position, offsets.first());
  }
}
