package dev.portage.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.sink.local.LocalCatalog;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoReportTest {

  private static final Palette PLAIN = new Palette(false);
  private static final LocalCatalog EMPTY = new LocalCatalog(true);

  @Test
  void countsAreAlignedAndSummedUp() {
    DemoReport report =
        new DemoReport(
            List.of(
                new KindRow("/teams", 8, 0, 0, 8, 8, 0, 0),
                new KindRow("/deployments", 400, 38, 2, 360, 0, 359, 1)),
            EMPTY,
            List.of("Catalog  http://127.0.0.1:1/"),
            PLAIN);

    assertThat(report.lines())
        .containsSubsequence(
            "What became of every item",
            "",
            "kind          read  filtered  skipped  mapped  unchanged  upserted  rejected",
            "----------------------------------------------------------------------------",
            "/teams           8         0        0       8          8         0         0",
            "/deployments   400        38        2     360          0       359         1",
            "total          408        38        2     368          8       359         1",
            "",
            "The counts add up: read = filtered + skipped + mapped; mapped = unchanged + upserted"
                + " + rejected.",
            "Where to look",
            "",
            "Catalog  http://127.0.0.1:1/");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1, 1, 8, 2, 5, 1, true",
    "10, 1, 1, 7, 2, 4, 1, false",
    "10, 1, 1, 8, 2, 5, 0, false",
    "0, 0, 0, 0, 0, 0, 0, true",
  })
  void everyItemMustBeAccountedFor(
      long read,
      long filtered,
      long skipped,
      long mapped,
      long unchanged,
      long upserted,
      long rejected,
      boolean addsUp) {
    KindRow row = new KindRow("/a", read, filtered, skipped, mapped, unchanged, upserted, rejected);
    DemoReport report = new DemoReport(List.of(row), EMPTY, List.of(), PLAIN);

    assertThat(row.addsUp()).isEqualTo(addsUp);
    assertThat(report.lines().contains("The counts do not add up for /a.")).isEqualTo(!addsUp);
  }

  @Test
  void noLineIsWiderThanHundred() {
    KindRow row = new KindRow("/" + "long/".repeat(60), 1L << 40, 0, 0, 1L << 40, 0, 1L << 40, 0);
    List<String> lines = new DemoReport(List.of(row), EMPTY, List.of(), PLAIN).lines();

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(lines).anySatisfy(line -> assertThat(line).contains("\u2026"));
  }

  @Test
  void servicesAreShownWithWhatLeadsToThem() {
    try (DemoWorld world = DemoWorld.start(0)) {
      LocalCatalog catalog = world.catalog().catalog();
      Exporter exporter = new Exporter(world.environment());
      exporter.upsert("team", "{'identifier':'core','title':'Core team'}");
      exporter.upsert(
          "service",
          "{'identifier':'cart','title':'Cart','properties':{'tier':'tier-1'},"
              + "'relations':{'team':'core'}}");
      exporter.upsert("service", "{'identifier':'zoo'}");
      for (int i = 1; i < 4; i++) {
        exporter.upsert(
            "deployment",
            "{'identifier':'d%d','properties':{'deployed_at':'2026-01-0%dT08:30:00Z'},"
                    .formatted(i, i)
                + "'relations':{'service':'cart'}}");
      }
      exporter.upsert("incident", "{'identifier':'i','relations':{'services':['zoo','cart']}}");

      assertThat(new DemoReport(List.of(), catalog, List.of(), PLAIN).lines())
          .containsSubsequence(
              "blueprint   entities",
              "deployment         3",
              "service  team       tier    deployments  last deployed     incidents",
              "Cart     Core team  tier-1            3  2026-01-03 08:30          1",
              "zoo      -                            0  never                     1");
    }
  }

  @Test
  void namesCannotSteerTheTerminal() {
    KindRow row = new KindRow("/a\u001B[2J\n/b", 0, 0, 0, 0, 0, 0, 0);

    assertThat(new DemoReport(List.of(row), EMPTY, List.of(), PLAIN).lines())
        .noneMatch(line -> line.contains("\u001B") || line.contains("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, '', xterm, true",
    "false, '', xterm, false",
    "true, 1, xterm, false",
    "true, '', dumb, false",
  })
  void coloursAreForTerminalsThatWantThem(
      boolean terminal, String noColor, String term, boolean coloured) {
    Palette palette = Palette.of(terminal, Map.of("NO_COLOR", noColor, "TERM", term));

    assertThat(palette.coloured()).isEqualTo(coloured);
    assertThat(palette.good("x").contains("\u001B[32m")).isEqualTo(coloured);
    assertThat(Palette.of(true, Collections.emptyMap()).coloured()).isTrue();
  }
}
