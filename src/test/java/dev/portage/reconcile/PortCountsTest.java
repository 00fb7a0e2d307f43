package dev.portage.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortCountsTest {

  @ParameterizedTest
  @CsvSource({
    // read, filtered, skipped, doubtful, mapped | transformed, filtered out, failed
    " 0,  0, 0, 0,  0,    0,  0, 0",
    "10,  0, 0, 0, 10,   10,  0, 0",
    "10,  4, 0, 0,  6,    6,  4, 0",
    "10,  0, 3, 0,  7,    7,  3, 0",
    "10,  0, 3, 3,  7,    7,  0, 3",
    "10,  1, 5, 2,  4,    4,  4, 2"
  })
  void everyItemReadIsTransformedFilteredOutOrFailed(
      long read,
      long filtered,
      long skipped,
      long doubtful,
      long mapped,
      long transformed,
      long filteredOut,
      long failed) {
    var counts =
        new KindCounts(1, 1, read, filtered, skipped, doubtful, mapped, mapped, 0, 0, 0, 0, 0);

    Map<String, Map<String, Long>> shown = PortCounts.of(counts);

    assertThat(shown.get("extract")).containsOnly(Map.entry("raw_extracted", read));
    assertThat(shown.get("transform"))
        .containsOnly(
            Map.entry("transformed", transformed),
            Map.entry("filtered_out", filteredOut),
            Map.entry("failed", failed));
    assertThat(sum(shown.get("transform"))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    // unchanged, created, updated, rejected, unmatched, failed | loaded, skipped, failed
    "0, 0, 0, 0, 0, 0,   0, 0, 0",
    "5, 0, 0, 0, 0, 0,   0, 5, 0",
    "0, 2, 3, 0, 0, 0,   5, 0, 0",
    "0, 0, 0, 2, 0, 4,   0, 0, 6",
    "1, 0, 0, 0, 2, 0,   0, 3, 0",
    "1, 2, 4, 8, 16, 32, 6, 17, 40"
  })
  void everyEntityIsLoadedSkippedOrFailed(
      long unchanged,
      long created,
      long updated,
      long rejected,
      long unmatched,
      long lost,
      long loaded,
      long skipped,
      long failed) {
    long mapped = unchanged + created + updated + rejected + unmatched + lost;
    var counts =
        new KindCounts(
            1, 1, mapped, 0, 0, 0, mapped, unchanged, created, updated, rejected, unmatched, lost);

    Map<String, Long> load = PortCounts.of(counts).getOrDefault("load", Map.of());

    assertThat(load)
        .containsOnly(
            Map.entry("loaded", loaded),
            Map.entry("skipped", skipped),
            Map.entry("failed", failed));
    assertThat(sum(load)).isEqualTo(mapped);
  }

  @Test
  void deletionHasAPhaseOfItsOwn() {
    assertThat(PortCounts.ofDeletion(7)).containsOnly(Map.entry("delete", Map.of("deleted", 7L)));
  }

  private static long sum(Map<String, Long> types) {
    return types.values().stream().mapToLong(Long::longValue).sum();
  }
}
