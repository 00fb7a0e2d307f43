package dev.portage.route;

import dev.portage.config.MappingDocument;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.PortCounts;
import dev.portage.reconcile.RunState;
import dev.portage.sink.KindMetrics;
import dev.portage.sink.Peak;
import dev.portage.sink.SyncState;
import dev.portage.sink.SyncedKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The record of a run at this moment, as Port shows it (contract, section 4.12). */
final class RunMetrics {
  private final Run run;
  private final Map<SyncedKind, Peak> peaks = new ConcurrentHashMap<>();

  RunMetrics(Run run) {
    this.run = run;
  }

  /** A kind needs that much at the moment; the most is kept. */
  void sample(SyncedKind kind, Peak load) {
    peaks.merge(kind, load, Peak::max);
  }

  /** A kind as it is. */
  KindMetrics of(KindPlan plan) {
    return of(plan, state(run.kind(plan.position()).counts().state()));
  }

  private static SyncState state(RunState state) {
    return switch (state) {
      case PENDING -> SyncState.PENDING;
      case RUNNING -> SyncState.SYNCING;
      case COMPLETE -> SyncState.COMPLETED;
      case INCOMPLETE -> SyncState.FAILED;
    };
  }

  /** A kind in another state than its record says. */
  KindMetrics of(KindPlan plan, SyncState state) {
    KindRun counts = run.kind(plan.position()).counts();
    SyncedKind kind =
        SyncedKind.of(
            plan.resource().kind(), plan.resource().index(), plan.resource().blueprintText());
    Duration took = between(counts.start().orElse(null), counts.end().orElse(null));
    return new KindMetrics(kind, state, took, PortCounts.of(counts.counts()), peak(kind));
  }

  /** A resource that a mistake keeps from running. */
  KindMetrics of(MappingDocument.Stopped stopped) {
    SyncedKind kind = SyncedKind.of(stopped.kind(), stopped.index(), null);
    return new KindMetrics(kind, SyncState.FAILED, Duration.ZERO, Map.of(), Peak.UNKNOWN);
  }

  /**
   * The deletion of what is stale.
   *
   * @param start null when it has not begun
   */
  KindMetrics ofReconciliation(SyncState state, @Nullable Instant start) {
    SyncedKind kind = SyncedKind.RECONCILIATION;
    Map<String, Map<String, Long>> counts = PortCounts.ofDeletion(run.record().deletedCount());
    return new KindMetrics(kind, state, between(start, null), counts, peak(kind));
  }

  /** The run as a whole. */
  KindMetrics ofRuntime(SyncState state) {
    SyncedKind kind = SyncedKind.RUNTIME;
    Duration took = between(run.record().start(), null);
    return new KindMetrics(kind, state, took, Map.of(), peak(kind));
  }

  private static Duration between(@Nullable Instant start, @Nullable Instant end) {
    return start == null
        ? Duration.ZERO
        : Duration.between(start, end == null ? Instant.now() : end);
  }

  private Peak peak(SyncedKind kind) {
    return peaks.getOrDefault(kind, Peak.UNKNOWN);
  }
}
