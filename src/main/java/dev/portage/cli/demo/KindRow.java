package dev.portage.cli.demo;

/**
 * What became of the items of one kind; every item that was read is in exactly one of filtered,
 * skipped, unchanged, upserted and rejected.
 *
 * @param kind its endpoint
 * @param read items that the source gave
 * @param filtered items that the selector left out
 * @param skipped items that gave no entity
 * @param mapped items that gave one
 * @param unchanged entities that the catalog held already as they are
 * @param upserted entities written
 * @param rejected entities that the catalog refused
 */
public record KindRow(
    String kind,
    long read,
    long filtered,
    long skipped,
    long mapped,
    long unchanged,
    long upserted,
    long rejected) {

  /** Whether nothing was lost on the way. */
  public boolean addsUp() {
    return read == filtered + skipped + mapped && mapped == unchanged + upserted + rejected;
  }

  /** Both together, under another name. */
  KindRow plus(KindRow other, String name) {
    return new KindRow(
        name,
        read + other.read,
        filtered + other.filtered,
        skipped + other.skipped,
        mapped + other.mapped,
        unchanged + other.unchanged,
        upserted + other.upserted,
        rejected + other.rejected);
  }
}
