package dev.portage.cli.demo;

import dev.portage.sink.local.LocalCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What the demonstration prints when it is through; pure, at most {@value TextTable#WIDTH} columns
 * wide.
 *
 * @param kinds in the order of the mapping
 * @param catalog where the entities went
 * @param places where to look on, such as {@code Catalog http://127.0.0.1:8080/}; printed as given
 * @param palette of the terminal
 */
public record DemoReport(
    List<KindRow> kinds, LocalCatalog catalog, List<String> places, Palette palette) {

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    section(lines, "What became of every item");
    lines.addAll(counts().lines());
    lines.add("");
    lines.add(check());
    section(lines, "What the catalog holds now");
    lines.addAll(blueprints().lines());
    new ServiceOverview(catalog)
        .table()
        .ifPresent(
            table -> {
              section(lines, "Some services, and what leads to them");
              lines.addAll(table.lines());
            });
    if (!places.isEmpty()) {
      section(lines, "Where to look");
      lines.addAll(places);
    }
    return lines;
  }

  private void section(List<String> lines, String title) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(palette.strong(title));
    lines.add("");
  }

  private TextTable counts() {
    List<List<String>> rows = new ArrayList<>();
    KindRow total = new KindRow("", 0, 0, 0, 0, 0, 0, 0);
    for (KindRow kind : kinds) {
      rows.add(cells(kind));
      total = total.plus(kind, "total");
    }
    if (kinds.size() > 1) {
      rows.add(cells(total));
    }
    return new TextTable(
        List.of(
            "kind",
            "#read",
            "#filtered",
            "#skipped",
            "#mapped",
            "#unchanged",
            "#upserted",
            "#rejected"),
        rows);
  }

  private static List<String> cells(KindRow row) {
    List<String> cells = new ArrayList<>(List.of(row.kind()));
    LongStream.of(
            row.read(),
            row.filtered(),
            row.skipped(),
            row.mapped(),
            row.unchanged(),
            row.upserted(),
            row.rejected())
        .mapToObj(Long::toString)
        .forEach(cells::add);
    return cells;
  }

  private String check() {
    List<String> wrong = kinds.stream().filter(kind -> !kind.addsUp()).map(KindRow::kind).toList();
    return wrong.isEmpty()
        ? palette.good(
            "The counts add up: read = filtered + skipped + mapped; "
                + "mapped = unchanged + upserted + rejected.")
        : palette.bad("The counts do not add up for " + String.join(", ", wrong) + ".");
  }

  private TextTable blueprints() {
    return new TextTable(
        List.of("blueprint", "#entities"),
        catalog.blueprintIdentifiers().stream()
            .map(blueprint -> List.of(blueprint, Integer.toString(catalog.count(blueprint))))
            .toList());
  }
}
