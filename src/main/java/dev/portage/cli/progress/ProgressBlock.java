package dev.portage.cli.progress;

import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.ProcessStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines that show how far a run is: one for the run, one for each kind, as many as there is
 * room for. Pure; no line is wider than the screen.
 *
 * @param status of the process
 * @param kinds in the order of the mapping
 * @param now the moment
 */
record ProgressBlock(ProcessStatus status, List<KindStatus> kinds, Instant now) {
  private static final int MOST_KINDS = 20;
  private static final Set<KindState> TO_COME = Set.of(KindState.PENDING, KindState.WAITING);

  /** The lines from top to bottom. */
  List<String> lines(Screen screen) {
    List<String> lines = new ArrayList<>();
    lines.add(head(screen));
    // The last row stays free, so that nothing scrolls; one is for the head, one for the rest.
    int room = Math.min(MOST_KINDS, screen.rows() - 3);
    List<KindStatus> shown = kinds.size() <= room + 1 ? kinds : mostTelling(room);
    lines.addAll(new KindLines(shown, now).lines(screen));
    if (shown.size() < kinds.size()) {
      lines.add(fit(screen, "  " + rest(shown, screen)));
    }
    return lines;
  }

  private String head(Screen screen) {
    Instant start = status.runStart();
    if (start == null) {
      return fit(
          screen, status.contact().ready() ? "Resync is about to begin" : "Waiting for Port");
    }
    long over = kinds.stream().filter(ProgressBlock::isOver).count();
    String time = Times.text(Duration.between(start, now));
    String text =
        "Resync, %s: %s".formatted(time, status.phase().text())
            + (kinds.isEmpty() ? "" : ", %d of %d kinds done".formatted(over, kinds.size()));
    return screen.palette().strong(fit(screen, text));
  }

  private static boolean isOver(KindStatus kind) {
    return kind.state() != KindState.RUNNING && !TO_COME.contains(kind.state());
  }

  /** What runs first, then what went wrong, then the rest; shown in the order of the mapping. */
  private List<KindStatus> mostTelling(int most) {
    Set<KindStatus> chosen =
        kinds.stream()
            .sorted(Comparator.comparingInt(ProgressBlock::rank))
            .limit(most)
            .collect(Collectors.toSet());
    return kinds.stream().filter(chosen::contains).toList();
  }

  private static int rank(KindStatus kind) {
    return switch (kind.state()) {
      case RUNNING -> 0;
      case INCOMPLETE, ABORTED -> 1;
      case PAUSED, STOPPED -> 2;
      case COMPLETE -> 3;
      case PENDING, WAITING -> 4;
    };
  }

  private String rest(List<KindStatus> shown, Screen screen) {
    Map<KindState, Integer> counts = new EnumMap<>(KindState.class);
    kinds.stream()
        .filter(kind -> !shown.contains(kind))
        .forEach(kind -> counts.merge(kind.state(), 1, Integer::sum));
    String parts =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().text())
            .collect(Collectors.joining(", "));
    return screen.glyph("\u2026", "...") + " and " + parts;
  }

  private static String fit(Screen screen, String text) {
    return TextWidth.cut(text, screen.columns() - 1, screen.glyph("\u2026", "~"));
  }
}
