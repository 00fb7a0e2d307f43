package dev.portage.cli.progress;

import dev.portage.cli.demo.Palette;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.KindPass;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line for each kind: a mark, its name, its counts. The name gives way to the counts, and where
 * the screen is narrow the counts that say less are left out.
 *
 * @param kinds to be shown
 * @param now the moment
 */
record KindLines(List<KindStatus> kinds, Instant now) {
  private static final int NARROWEST_NAME = 14;
  private static final int WIDEST_NAME = 60;
  private static final String GAP = "  ";
  private static final String[] TURNING = {
    "\u280b", "\u2819", "\u2839", "\u2838", "\u283c", "\u2834", "\u2826", "\u2827", "\u2807",
    "\u280f"
  };
  private static final String[] TURNING_PLAIN = {"|", "/", "-", "\\"};
  private static final int TURN_MILLIS = 200;

  /** The lines, as wide as the screen at most. */
  List<String> lines(Screen screen) {
    List<List<String>> cells = kinds.stream().map(this::cells).toList();
    List<Integer> widths = widths(cells);
    // A mark and a blank before the name, and one column at the end stays free.
    int room = screen.columns() - 5;
    List<Integer> columns = fitting(widths, room);
    int taken = columns.stream().mapToInt(i -> widths.get(i) + GAP.length()).sum();
    int longest = kinds.stream().mapToInt(kind -> TextWidth.of(name(kind))).max().orElse(0);
    int name = Math.min(Math.min(longest, WIDEST_NAME), room - taken);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < kinds.size(); row++) {
      StringBuilder line = new StringBuilder("  ");
      KindStatus kind = kinds.get(row);
      line.append(mark(kind.state(), screen)).append(' ');
      line.append(
          TextWidth.left(TextWidth.cut(name(kind), name, screen.glyph("\u2026", "~")), name));
      for (int column : columns) {
        line.append(GAP).append(TextWidth.right(cells.get(row).get(column), widths.get(column)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String name(KindStatus kind) {
    return TextWidth.printable(kind.kind().kind());
  }

  /** In the order in which they stand. */
  private List<String> cells(KindStatus kind) {
    KindPass pass = kind.pass();
    if (pass.start() == null) {
      return List.of(kind.state() == KindState.WAITING ? "" : kind.state().text(), "", "", "", "");
    }
    KindCounts counts = pass.counts();
    long missing = counts.rejected() + counts.unmatched() + counts.failed();
    Instant end = pass.end();
    return List.of(
        number(counts.read()) + " read",
        number(counts.unchanged()) + " unchanged",
        number(counts.upserted()) + " written",
        missing == 0 ? "" : number(missing) + " not written",
        Times.text(Duration.between(pass.start(), end == null ? now : end)));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static List<Integer> widths(List<List<String>> cells) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < 5; column++) {
      int at = column;
      widths.add(cells.stream().mapToInt(row -> TextWidth.of(row.get(at))).max().orElse(0));
    }
    return widths;
  }

  /** The columns for which there is room beside a name, the most telling ones first. */
  private static List<Integer> fitting(List<Integer> widths, int room) {
    int left = room - NARROWEST_NAME;
    List<Integer> chosen = new ArrayList<>();
    for (int column : new int[] {0, 2, 3, 4, 1}) {
      int width = widths.get(column);
      if (width > 0 && width + GAP.length() <= left) {
        left -= width + GAP.length();
        chosen.add(column);
      }
    }
    return chosen.stream().sorted().toList();
  }

  private String mark(KindState state, Screen screen) {
    Palette palette = screen.palette();
    return switch (state) {
      case RUNNING -> turning(screen);
      case COMPLETE -> palette.good(screen.glyph("\u2713", "+"));
      case INCOMPLETE -> palette.bad("!");
      case ABORTED -> palette.bad(screen.glyph("\u00d7", "x"));
      case PAUSED, STOPPED -> "=";
      case PENDING, WAITING -> screen.glyph("\u00b7", ".");
    };
  }

  private String turning(Screen screen) {
    String[] frames = screen.unicode() ? TURNING : TURNING_PLAIN;
    return frames[(int) Math.floorMod(now.toEpochMilli() / TURN_MILLIS, (long) frames.length)];
  }
}
