package dev.portage.route.watch;

import dev.portage.reconcile.KindCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The process at one moment.
 *
 * @param process what it is
 * @param listener where it can be reached, such as {@code 127.0.0.1:8000}; empty when nowhere
 * @param phase what the run going on is doing
 * @param runId of the run going on; empty when there is none
 * @param runStart of the run going on; null when there is none
 * @param lastRun the run that ended last; null before
 * @param lastComplete when a full run ended complete last; null when none has
 * @param runs how many runs ended with each result since the process began
 * @param totals counts of all kinds and runs since the process began
 * @param deleted stale entities deleted since the process began
 * @param deletion what the last full run decided about stale entities, in words; empty before
 * @param mistakes of the mapping that was read last, masked
 * @param contact with Port
 * @param nextResync when a full resync is due; null without a schedule
 */
public record ProcessStatus(
    ProcessIdentity process,
    String listener,
    RunPhase phase,
    String runId,
    @Nullable Instant runStart,
    @Nullable EndedRun lastRun,
    @Nullable Instant lastComplete,
    Map<String, Long> runs,
    KindCounts totals,
    long deleted,
    String deletion,
    List<String> mistakes,
    PortContact contact,
    @Nullable Instant nextResync) {

  /** Copies. */
  public ProcessStatus {
    runs = Map.copyOf(runs);
    mistakes = List.copyOf(mistakes);
  }
}
