package dev.portage.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The summary of a run for a person: a table of its kinds, what went wrong, and what was deleted.
 * It holds no data but the identifiers of rejected entities and Port's messages about them; mask it
 * before it is shown.
 *
 * @param run that has ended
 * @param result how it ended
 * @param deletion what was decided; empty when the run did not come so far
 */
public record RunReport(ResyncRun run, RunResult result, Optional<DeletionPlan> deletion) {
  private static final int MOST_LINES = 50;
  private static final int LONGEST_KIND = 48;
  private static final List<String> COLUMNS =
      List.of(
          "read",
          "filtered",
          "skipped",
          "mapped",
          "unchanged",
          "created",
          "updated",
          "rejected",
          "unmatched",
          "failed");

  /** The whole text, lines separated by {@code \n}. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("resync " + run.id() + ": " + outcome());
    addTable(lines);
    addPart(lines, "reasons", reasons());
    for (KindRun kind : run.kinds()) {
      addPart(lines, kind.kind() + " rejected by Port", kind.rejections().lines());
      addPart(lines, kind.kind() + " skipped", kind.skips().lines());
    }
    deletion.ifPresent(plan -> lines.add("deletion: " + plan.text()));
    return String.join("\n", lines);
  }

  private String outcome() {
    if (result instanceof RunResult.Complete) {
      return "complete";
    }
    if (result instanceof RunResult.Failed failed) {
      return "failed: " + failed.reason();
    }
    return result instanceof RunResult.Aborted ? "aborted" : "incomplete";
  }

  private List<String> reasons() {
    return result instanceof RunResult.Incomplete incomplete ? incomplete.reasons() : List.of();
  }

  private void addTable(List<String> lines) {
    int width = 4;
    for (KindRun kind : run.kinds()) {
      width = Math.max(width, Math.min(LONGEST_KIND, kind.kind().length()));
    }
    lines.add(row(width, "kind", COLUMNS) + "  state");
    for (KindRun kind : run.kinds()) {
      String state = kind.state().name().toLowerCase(Locale.ROOT);
      lines.add(row(width, kind.kind(), numbers(kind.counts())) + "  " + state);
    }
  }

  private static List<String> numbers(KindCounts counts) {
    return LongStream.of(
            counts.read(),
            counts.filtered(),
            counts.skipped(),
            counts.mapped(),
            counts.unchanged(),
            counts.created(),
            counts.updated(),
            counts.rejected(),
            counts.unmatched(),
            counts.failed())
        .mapToObj(Long::toString)
        .toList();
  }

  private static String row(int width, String name, List<String> cells) {
    String shown = name.length() > width ? name.substring(0, width - 1) + "…" : name;
    StringBuilder row = new StringBuilder("  ").append(shown);
    row.append(" ".repeat(width - shown.length()));
    for (int i = 0; i < cells.size(); i++) {
      int wide = Math.max(8, COLUMNS.get(i).length());
      row.append("  ").append(" ".repeat(Math.max(0, wide - cells.get(i).length())));
      row.append(cells.get(i));
    }
    return row.toString();
  }

  private static void addPart(List<String> lines, String title, List<String> content) {
    if (content.isEmpty()) {
      return;
    }
    lines.add(title + ":");
    content.stream().limit(MOST_LINES).forEach(line -> lines.add("  - " + line));
    if (content.size() > MOST_LINES) {
      lines.add("  … and " + (content.size() - MOST_LINES) + " more");
    }
  }
}
