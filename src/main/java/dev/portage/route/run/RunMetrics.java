package dev.portage.route.run;

import dev.portage.config.MappingDocument;
import dev.portage.config.Resource;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.PortCounts;
import dev.portage.reconcile.RunState;
import dev.portage.sink.KindMetrics;
import dev.portage.sink.Peak;
import dev.portage.sink.SyncState;
import dev.portage.sink.SyncedKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record of a run at this moment, as Port shows it (contract, section 4.12). */
final class RunMetrics {
  private final Run run;
  private final List<SyncedKind> kinds;
  private final Map<SyncedKind, Peak> peaks = new ConcurrentHashMap<>();

  RunMetrics(Run run) {
    this.run = run;
    this.kinds = kinds(run.mapped(), run.mapping());
  }

  /**
   * What Port knows the kinds by: their place in the mapping. Where a resource has a list of
   * mappings, its first kind has that place, and the others come after the last resource.
   */
  private static List<SyncedKind> kinds(List<KindPlan> plans, MappingDocument mapping) {
    int further =
        1
            + Stream.concat(
                    plans.stream().map(plan -> plan.resource().index()),
                    mapping.stopped().stream().map(MappingDocument.Stopped::index))
                .max(Integer::compare)
                .orElse(-1);
    Set<Integer> taken = new HashSet<>();
    List<SyncedKind> kinds = new ArrayList<>();
    for (KindPlan plan : plans) {
      Resource resource = plan.resource();
      int index = taken.add(resource.index()) ? resource.index() : further++;
      kinds.add(SyncedKind.of(resource.kind(), index, resource.blueprintText()));
    }
    return List.copyOf(kinds);
  }

  /** By which Port knows a kind. */
  String identifier(KindPlan plan) {
    return kinds.get(plan.position()).identifier();
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
    SyncedKind kind = kinds.get(plan.position());
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
