package dev.portage.route.watch;

import dev.portage.reconcile.KindCounts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind at one moment.
 *
 * @param kind what it is
 * @param state where it stands
 * @param pass the run going on; else the last one; before the first an empty one
 * @param totals counts of all runs since the process began, the one going on included
 * @param calls requests of all runs since the process began
 * @param inFlight requests under way
 * @param history the last 20 runs, the oldest first
 * @param requests the last 20 attempts at the source API, the oldest first
 * @param deletion what became of stale entities of its blueprint
 * @param lastComplete when a complete run of it ended last; null when none has
 * @param nextRun when it is due by its own schedule or that of the installation; null without one
 */
public record KindStatus(
    KindIdentity kind,
    KindState state,
    KindPass pass,
    KindCounts totals,
    CallCounts calls,
    int inFlight,
    List<PastPass> history,
    List<PastRequest> requests,
    KindDeletion deletion,
    @Nullable Instant lastComplete,
    @Nullable Instant nextRun) {

  /** Copies. */
  public KindStatus {
    history = List.copyOf(history);
    requests = List.copyOf(requests);
  }
}
