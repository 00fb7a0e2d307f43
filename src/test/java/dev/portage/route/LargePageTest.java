package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.Samples;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.run.Ending;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of more than a megabyte is worked on in parts. */
class LargePageTest {
  private static final int PAGE = 2_500;

  @TempDir private Path directory;

  private static String page(int number, boolean more) {
    int first = (number - 1) * PAGE;
    return IntStream.range(first, first + PAGE)
        .mapToObj(Samples::item)
        .collect(
            Collectors.joining(
                ",", "{\"data\": {\"items\": [", "]}, \"has_more\": %s}".formatted(more)));
  }

  private Ending resync() throws Exception {
    try (World world = new World(directory)) {
      world.map(
          Kind.of("/issues", "issue")
              .selecting(".id != 7")
              .identifiedBy(".key")
              .with(
                  "data_path: .data.items",
                  "pagination: {type: page, page_size: 2500, has_more_path: has_more}"));
      world.api().on("/issues", asked -> Told.json(page(asked.page(), asked.page() == 1)));
      Ending ending = world.resync();
      assertThat(world.identifiers("issue")).hasSize(2 * PAGE - 1);
      return ending;
    }
  }

  @Test
  void everyItemHasItsEnd() throws Exception {
    KindCounts counts = World.counts(resync()).get(0);
    assertThat(counts.pages()).isEqualTo(2);
    assertThat(counts.read()).isEqualTo(2 * PAGE);
    assertThat(counts.filtered()).isEqualTo(1);
    assertThat(counts.created()).isEqualTo(2 * PAGE - 1);
    assertThat(counts.discrepancies()).isEmpty();
  }
}
