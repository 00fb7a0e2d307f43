package dev.portage.reconcile;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the items of a kind, at one moment. In the end {@code read} is the sum of {@code
 * filtered}, {@code skipped} and {@code mapped}, and {@code mapped} that of what follows it.
 *
 * @param pages fetched
 * @param batches sent to the catalog
 * @param read items, after an item was taken apart where the mapping says so
 * @param filtered left out by the selector
 * @param skipped without an entity, for a reason; those with doubt included
 * @param doubtful skipped although they may stand for an entity
 * @param mapped into entities
 * @param unchanged in the catalog as they are
 * @param created in the catalog
 * @param updated in the catalog
 * @param rejected by the catalog
 * @param unmatched search identifiers that no entity matches
 * @param failed writes about which nothing is known
 */
public record KindCounts(
    long pages,
    long batches,
    long read,
    long filtered,
    long skipped,
    long doubtful,
    long mapped,
    long unchanged,
    long created,
    long updated,
    long rejected,
    long unmatched,
    long failed) {

  /** Nothing. */
  public static final KindCounts NONE = new KindCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The sum of both. */
  public KindCounts plus(KindCounts other) {
    return new KindCounts(
        pages + other.pages,
        batches + other.batches,
        read + other.read,
        filtered + other.filtered,
        skipped + other.skipped,
        doubtful + other.doubtful,
        mapped + other.mapped,
        unchanged + other.unchanged,
        created + other.created,
        updated + other.updated,
        rejected + other.rejected,
        unmatched + other.unmatched,
        failed + other.failed);
  }

  /** Created or updated. */
  public long upserted() {
    return created + updated;
  }

  /** Where the counts do not add up, so that something was lost; empty when they do. */
  public List<String> discrepancies() {
    List<String> found = new ArrayList<>();
    long ended = filtered + skipped + mapped;
    if (read != ended) {
      found.add(
          "%d items read, but %d filtered, skipped or mapped (%d + %d + %d)"
              .formatted(read, ended, filtered, skipped, mapped));
    }
    long settled = unchanged + upserted() + rejected + unmatched + failed;
    if (mapped != settled) {
      found.add(
          "%d entities mapped, but %d unchanged, upserted, rejected, unmatched or failed (%d + %d + %d + %d + %d)"
              .formatted(mapped, settled, unchanged, upserted(), rejected, unmatched, failed));
    }
    return List.copyOf(found);
  }
}
