package dev.portage.trigger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * How far a topic may be committed: up to the first message whose resync has not ended, so that it
 * comes again when the process dies before that. Safe for use by several threads.
 */
public final class Offsets {
  private final Map<String, TreeSet<Long>> open = new HashMap<>();

  /**
   * A message asks for a resync.
   *
   * @param partition with its topic
   * @return false when the message is known, and its resync has not ended yet: after a connection
   *     broke, what is not committed comes again
   */
  public synchronized boolean open(String partition, long offset) {
    return open.computeIfAbsent(partition, any -> new TreeSet<>()).add(offset);
  }

  /** The resync that a message asked for has ended. */
  public synchronized void done(String partition, long offset) {
    TreeSet<Long> offsets = open.get(partition);
    if (offsets != null) {
      offsets.remove(offset);
    }
  }

  /**
   * The offset to commit: what is read again after a crash begins there.
   *
   * @param position of the next message to read
   */
  public synchronized long committable(String partition, long position) {
    TreeSet<Long> offsets = open.get(partition);
    return offsets == null || offsets.isEmpty() ? position : Math.min(position, offsets.first());
  }
}
