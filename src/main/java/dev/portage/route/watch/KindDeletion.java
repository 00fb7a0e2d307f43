package dev.portage.route.watch;

import org.jspecify.annotations.Nullable;

/**
 * What became of stale entities in the last full run, of the blueprint of a kind. Kinds that write
 * the same blueprint show the same numbers, since nobody knows which of them an entity came from.
 *
 * @param stale entities found stale; 0 as well when a doubt kept anybody from looking
 * @param deleted of these
 * @param withheld why nothing was deleted; null when nothing was withheld
 */
public record KindDeletion(long stale, long deleted, @Nullable String withheld) {
  /** No run has come so far. */
  public static final KindDeletion NONE = new KindDeletion(0, 0, null);
}
