package dev.portage.cli.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text, at most {@value #WIDTH} columns wide: the first column gives way to the others.
 *
 * @param head the names of the columns; those that start with {@code #} are numbers, to the right
 * @param rows as many cells each as the head has
 */
record TextTable(List<String> head, List<List<String>> rows) {

  static final int WIDTH = 100;

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  /** The lines: the head, a rule, the rows. */
  List<String> lines() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    lines.add(line(head.stream().map(TextTable::name).toList(), widths));
    lines.add("-".repeat(lines.get(0).stripTrailing().length()));
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.replaceAll(String::stripTrailing);
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[head.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = name(head.get(i)).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], printable(row.get(i)).length());
      }
    }
    int others = GAP.length() * (widths.length - 1);
    for (int i = 1; i < widths.length; i++) {
      others += widths[i];
    }
    widths[0] = Math.min(widths[0], Math.max(NARROWEST, WIDTH - others));
    return widths;
  }

  private String line(List<String> cells, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(printable(cells.get(i)), widths[i]);
      String blanks = " ".repeat(widths[i] - cell.length());
      padded.add(head.get(i).startsWith("#") ? blanks + cell : cell + blanks);
    }
    return cut(String.join(GAP, padded), WIDTH);
  }

  private static String name(String column) {
    return column.startsWith("#") ? column.substring(1) : column;
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "\u2026";
  }

  /** Text from outside must not steer the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cc}", " ");
  }
}
