package dev.portage.sink;

import org.jspecify.annotations.Nullable;

/**
 * What Port shows a row for: a kind of the mapping, or a part of the run that is none (contract,
 * section 4.12).
 *
 * @param kind as it was written in the mapping
 * @param index its place in the mapping, from 0
 * @param blueprint the jq text of its blueprint; null when it has none
 * @param identifier what tells it from the others
 */
public record SyncedKind(String kind, int index, @Nullable String blueprint, String identifier) {

  /** The run as a whole. */
  public static final SyncedKind RUNTIME = pseudo("__runtime__");

  /** The part of a run that deletes what is stale. */
  public static final SyncedKind RECONCILIATION = pseudo("__reconciliation__");

  /** A kind of the mapping. */
  public static SyncedKind of(String kind, int index, @Nullable String blueprint) {
    return new SyncedKind(kind, index, blueprint, kind + "-" + index);
  }

  private static SyncedKind pseudo(String name) {
    return new SyncedKind(name, 0, null, name);
  }
}
