package dev.portage.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remarks for a person to read: each text once with how often it came, only the first few texts,
 * and the number of all. Safe to share between threads.
 */
public final class Notes {
  private static final int LONGEST = 500;

  private final int most;
  private final Map<String, Long> texts = new LinkedHashMap<>();
  private long count;

  /**
   * No remarks yet.
   *
   * @param most texts to keep
   */
  public Notes(int most) {
    this.most = most;
  }

  /** Adds a remark; a long one is cut off. */
  public synchronized void add(String text) {
    count++;
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    if (texts.size() < most || texts.containsKey(shown)) {
      texts.merge(shown, 1L, Long::sum);
    }
  }

  /** How many there were, kept or not. */
  public synchronized long count() {
    return count;
  }

  /** True when there were none. */
  public boolean isEmpty() {
    return count() == 0;
  }

  /** What was kept, in order; {@code … and 12 more} at the end when not all was. */
  public synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    long kept = 0;
    for (Map.Entry<String, Long> text : texts.entrySet()) {
      kept += text.getValue();
      lines.add(
          text.getValue() == 1
              ? text.getKey()
              : text.getKey() + " (" + text.getValue() + " times)");
    }
    if (count > kept) {
      lines.add("… and " + (count - kept) + " more");
    }
    return List.copyOf(lines);
  }
}
