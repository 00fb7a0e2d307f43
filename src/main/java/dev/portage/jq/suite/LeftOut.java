package dev.portage.jq.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks that are left out, by program, each with a reason. A line is a reason, a tab and a
 * program; lines that start with {@code #} are comments.
 */
public record LeftOut(Map<String, String> reasons) {

  /** Copies the reasons. */
  public LeftOut {
    reasons = Map.copyOf(reasons);
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException when a line has no tab
   */
  public static LeftOut read(List<String> lines) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (tab < 1) {
        throw new IllegalArgumentException("left-out list: expected reason, tab, program: " + line);
      }
      reasons.put(line.substring(tab + 1), line.substring(0, tab));
    }
    return new LeftOut(reasons);
  }

  /** Whether a block is left out. */
  public boolean contains(Block block) {
    return !block.fails() && reasons.containsKey(block.program());
  }

  /** How many programs are left out. */
  public int size() {
    return reasons.size();
  }
}
