package dev.portage.cli.progress;

import dev.portage.cli.demo.Palette;

/**
 * What a terminal can show.
 *
 * @param columns at least 20
 * @param rows at least 4
 * @param palette its colours
 * @param unicode whether it shows more than ASCII
 */
record Screen(int columns, int rows, Palette palette, boolean unicode) {
  private static final int NARROWEST = 20;
  private static final int LOWEST = 4;

  /** Raises what is too small to be true. */
  Screen {
    columns = Math.max(NARROWEST, columns);
    rows = Math.max(LOWEST, rows);
  }

  /** The one, or the other where only ASCII is shown. */
  String glyph(String rich, String plain) {
    return unicode ? rich : plain;
  }
}
