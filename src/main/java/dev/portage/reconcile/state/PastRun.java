package dev.portage.reconcile.state;

import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.RunState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run of the history.
 *
 * @param result in one word: complete, incomplete, failed or aborted
 * @param reason the first reason why it is not complete, for a person to read; empty for none
 * @param partial whether only some kinds ran
 * @param trusted entities that were taken for unchanged without asking Port
 * @param deleted stale entities that are gone
 * @param kinds in the order of the mapping
 */
public record PastRun(
    UUID id,
    Instant start,
    Instant end,
    String result,
    String reason,
    boolean partial,
    long trusted,
    long deleted,
    List<PastKind> kinds) {

  /** Copies the list. */
  public PastRun {
    kinds = List.copyOf(kinds);
  }

  /**
   * A kind of a run.
   *
   * @param index its place in the mapping, from 0
   * @param kind as it was written
   * @param counts at the end
   */
  public record PastKind(int index, String kind, RunState state, KindCounts counts) {}
}
