package dev.portage.reconcile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Our counts in the words that Port shows (contract, section 4.12): by phase and type. In the end
 * {@code raw_extracted} is the sum of the types of {@code transform}, and {@code transformed} that
 * of the types of {@code load}.
 */
public final class PortCounts {
  private PortCounts() {}

  /**
   * Of a kind. What the selector leaves out and what has no identifier or blueprint is {@code
   * filtered_out}, since users filter in both ways; an item that may have been an entity is {@code
   * failed}. An entity that Port holds as it is, or that a search identifier does not find, is
   * {@code skipped}.
   */
  public static Map<String, Map<String, Long>> of(KindCounts counts) {
    Map<String, Map<String, Long>> phases = new LinkedHashMap<>();
    phases.put("extract", Map.of("raw_extracted", counts.read()));
    phases.put(
        "transform",
        Map.of(
            "transformed", counts.mapped(),
            "filtered_out", counts.filtered() + counts.skipped() - counts.doubtful(),
            "failed", counts.doubtful()));
    phases.put(
        "load",
        Map.of(
            "loaded", counts.upserted(),
            "skipped", counts.unchanged() + counts.unmatched(),
            "failed", counts.rejected() + counts.failed()));
    return phases;
  }

  /** Of the part of a run that deletes. */
  public static Map<String, Map<String, Long>> ofDeletion(long deleted) {
    return Map.of("delete", Map.of("deleted", deleted));
  }
}
