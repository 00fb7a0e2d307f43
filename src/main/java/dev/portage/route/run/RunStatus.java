package dev.portage.route.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.sink.KindMetrics;
import dev.portage.sink.Peak;
import dev.portage.sink.SyncState;
import dev.portage.sink.SyncedKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What Port has been told of one run, and what it is told next (contract, section 4.12). Safe to
 * share between threads. Before {@link #begin} and after the end nothing is told.
 */
public final class RunStatus {
  private final Run run;
  private final RunMetrics metrics;
  private final Map<SyncedKind, KindMetrics> told = new HashMap<>();
  private final Map<Integer, Integer> examplesLeft = new HashMap<>();
  private @Nullable Consumer<StatusUpdate> teller;
  private @Nullable Instant reconciliation;

  RunStatus(Run run) {
    this.run = run;
    this.metrics = new RunMetrics(run);
  }

  /**
   * The run begins: all kinds are pending, and those that cannot run have failed.
   *
   * @param wanted is told every update from now on
   * @param examples items of each kind to show
   */
  public synchronized void begin(Consumer<StatusUpdate> wanted, int examples) {
    // Port goes on showing the last full resync while only some kinds run (ADR 0009).
    if (run.isAborted() || run.isPartial()) {
      return;
    }
    teller = wanted;
    List<KindMetrics> all = new ArrayList<>();
    for (KindPlan plan : run.plans()) {
      examplesLeft.put(plan.position(), examples);
      all.add(metrics.of(plan));
    }
    run.mapping().stopped().forEach(stopped -> all.add(metrics.of(stopped)));
    all.add(metrics.ofRuntime(SyncState.SYNCING));
    tell(all);
  }

  /** By which Port knows a kind. */
  String identifier(KindPlan plan) {
    return metrics.identifier(plan);
  }

  /** A kind has begun. */
  public synchronized void kindBegan(KindPlan plan) {
    tell(metrics.of(plan, SyncState.SYNCING));
  }

  /** A kind has ended. */
  public synchronized void kindEnded(KindPlan plan) {
    sample(ProcessLoad.now());
    tell(metrics.of(plan));
  }

  /** What is stale is looked for now. */
  public synchronized void reconciliationBegan() {
    reconciliation = Instant.now();
    tell(List.of(metrics.ofReconciliation(SyncState.SYNCING, reconciliation)));
  }

  /** What is stale is gone, or stays for a reason: with a doubt that has failed. */
  public synchronized void reconciliationEnded() {
    boolean failed = !run.record().doubts().isEmpty();
    tell(metrics.ofReconciliation(failed ? SyncState.FAILED : SyncState.COMPLETED, reconciliation));
  }

  /**
   * The run is over: whatever is not as it was told last is told again.
   *
   * @param state completed or failed
   * @param lost whether something that was told has not arrived: then everything is told again
   */
  public synchronized void end(SyncState state, boolean lost) {
    close(state, SyncState.FAILED, lost);
  }

  /** The run is stopped: nothing that has not ended comes to an end any more. */
  public synchronized void abort() {
    reconciliation = reconciliation == null ? Instant.now() : reconciliation;
    close(SyncState.ABORTED, SyncState.ABORTED, false);
  }

  private void close(SyncState state, SyncState unfinished, boolean all) {
    sample(ProcessLoad.now());
    List<KindMetrics> last = new ArrayList<>();
    for (KindPlan plan : run.plans()) {
      KindMetrics kind = metrics.of(plan);
      KindMetrics ended = kind.state().isFinal() ? kind : metrics.of(plan, unfinished);
      KindMetrics before = told.get(ended.kind());
      if (all || before == null || !before.saysTheSame(ended)) {
        last.add(ended);
      }
    }
    addReconciliation(unfinished, all, last);
    last.add(metrics.ofRuntime(state));
    tell(last);
    teller = null;
  }

  private void addReconciliation(SyncState unfinished, boolean all, List<KindMetrics> last) {
    KindMetrics before = told.get(SyncedKind.RECONCILIATION);
    boolean ended = before != null && before.state().isFinal();
    if (ended && all) {
      last.add(before);
    } else if (!ended && reconciliation != null) {
      last.add(metrics.ofReconciliation(unfinished, reconciliation));
    }
  }

  /**
   * Everything there is to tell, whoever is told.
   *
   * @param end how the run ended; null while it goes on
   */
  synchronized List<KindMetrics> figures(@Nullable SyncState end) {
    List<KindMetrics> all = new ArrayList<>();
    for (KindPlan plan : run.plans()) {
      KindMetrics kind = metrics.of(plan);
      boolean cut = end != null && !kind.state().isFinal();
      all.add(cut ? metrics.of(plan, unfinished(end)) : kind);
    }
    if (run.isPartial()) {
      return all;
    }
    run.mapping().stopped().forEach(stopped -> all.add(metrics.of(stopped)));
    if (reconciliation != null) {
      KindMetrics before = told.get(SyncedKind.RECONCILIATION);
      SyncState state = before == null ? SyncState.SYNCING : before.state();
      boolean cut = end != null && !state.isFinal();
      all.add(metrics.ofReconciliation(cut ? unfinished(end) : state, reconciliation));
    }
    all.add(metrics.ofRuntime(end == null ? SyncState.SYNCING : end));
    return all;
  }

  private static SyncState unfinished(@Nullable SyncState end) {
    return end == SyncState.ABORTED ? SyncState.ABORTED : SyncState.FAILED;
  }

  /** Raw items of a kind were read: the first few of them are shown. */
  public synchronized void examples(KindPlan plan, List<JsonNode> raw) {
    int left = examplesLeft.getOrDefault(plan.position(), 0);
    if (teller == null || left == 0) {
      return;
    }
    List<JsonNode> shown = raw.stream().filter(JsonNode::isObject).limit(left).toList();
    if (!shown.isEmpty()) {
      examplesLeft.put(plan.position(), left - shown.size());
      teller.accept(new StatusUpdate.Examples(plan.resource().kind(), shown));
    }
  }

  /** The run goes on, and needs that much at the moment. */
  public synchronized void beat(Peak load) {
    sample(load);
    if (teller != null) {
      teller.accept(new StatusUpdate.Heartbeat(id()));
    }
  }

  private void sample(Peak load) {
    told.values().stream()
        .filter(last -> last.state() == SyncState.SYNCING)
        .forEach(last -> metrics.sample(last.kind(), load));
  }

  private void tell(KindMetrics kind) {
    if (teller != null) {
      told.put(kind.kind(), kind);
      teller.accept(new StatusUpdate.OfKind(id(), kind));
    }
  }

  private void tell(List<KindMetrics> kinds) {
    if (teller != null) {
      kinds.forEach(kind -> told.put(kind.kind(), kind));
      teller.accept(new StatusUpdate.OfKinds(id(), List.copyOf(kinds)));
    }
  }

  private String id() {
    return run.record().id().toString();
  }
}
