package dev.portage.route.run;

import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Outcome;
import dev.portage.config.MappingDocument;
import dev.portage.config.RunSettings;
import dev.portage.http.EndpointRequest;
import dev.portage.mapping.PathParameter;
import dev.portage.reconcile.DeletionPlan;
import dev.portage.reconcile.ResyncRun;
import dev.portage.route.call.JsonBody;
import dev.portage.route.watch.Watch;
import dev.portage.sink.RelationTargets;
import dev.portage.sink.UpsertOptions;
import dev.portage.trigger.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One run as the routes carry it: its record, its mapping, and what its kinds share. */
public final class Run implements AutoCloseable {
  private static final long CACHED_BYTES = 512L * 1024 * 1024;

  private final ResyncRun record;
  private final MappingDocument mapping;
  private final List<KindPlan> mapped;
  private final List<KindPlan> plans;
  private final boolean partial;

  /** By the position of the kind in the mapping; null for one that does not run. */
  private final @Nullable KindProgress[] kinds;

  private final Map<EndpointRequest, Integer> uses = new HashMap<>();
  private final PageCache pages = new PageCache(JsonBody.MAPPER, CACHED_BYTES);
  private final RelationTargets relations = new RelationTargets();
  private final ConcurrentLinkedQueue<Unrelated> unrelated = new ConcurrentLinkedQueue<>();
  private volatile boolean aborted;
  private volatile @Nullable DeletionPlan deletion;
  private volatile Map<String, Long> stale = Map.of();
  private final AtomicBoolean comparing = new AtomicBoolean(true);
  private final RunStatus status;
  private volatile Recollection recollection = Recollection.none();
  private volatile @Nullable PortClock clock;

  /** An entity that Port refused because something it refers to was not there yet. */
  public record Unrelated(KindProgress kind, Outcome.Rejected rejection) {
    /** The entity that is to be tried again. */
    public Entity entity() {
      return rejection.entity();
    }
  }

  /**
   * A run that has not begun.
   *
   * @param mapped the plans of the mapping
   * @param scope which of them run
   * @param limits of one call to Port
   * @param watch knows all of them
   */
  public Run(
      ResyncRun record,
      MappingDocument mapping,
      List<KindPlan> mapped,
      Scope scope,
      RunSettings limits,
      Watch watch) {
    this.record = record;
    this.mapping = mapping;
    this.partial = !scope.everything();
    this.mapped = List.copyOf(mapped);
    this.plans = mapped.stream().filter(plan -> scope.includes(plan.slug())).toList();
    this.kinds = new KindProgress[mapped.size()];
    for (KindPlan plan : plans) {
      var counts =
          record.kind(plan.position(), plan.resource().kind(), plan.resource().blueprintText());
      kinds[plan.position()] =
          new KindProgress(counts, this, plan, limits, watch.watched(plan.slug()));
      countUses(plan);
    }
    this.status = new RunStatus(this);
    plans.forEach(plan -> kind(plan.position()).watch().knownToPort(status.identifier(plan)));
    watch.figures().begins(status::figures, partial);
  }

  private void countUses(KindPlan plan) {
    var selector = plan.resource().selector();
    uses.merge(selector.request(), 1, Integer::sum);
    for (String parameter : plan.parameters()) {
      PathParameter used = plan.parameter(parameter);
      // Within the cross product of independent parameters the same discovery comes again and
      // again.
      boolean repeated = plan.parameters().indexOf(parameter) > 0;
      uses.merge(used.request(), repeated ? 2 : 1, Integer::sum);
    }
  }

  /** Whether the answers of an endpoint are needed in more than one place. */
  boolean isShared(EndpointRequest request) {
    return uses.getOrDefault(request, 0) > 1;
  }

  /** What every kind saw, and every doubt. */
  public ResyncRun record() {
    return record;
  }

  /** The mapping as it was read for this run. */
  public MappingDocument mapping() {
    return mapping;
  }

  /** The plans of the mapping, at their positions. */
  List<KindPlan> mapped() {
    return mapped;
  }

  /** The plans of the kinds that run. */
  public List<KindPlan> plans() {
    return plans;
  }

  /** Whether only some kinds run, so that nothing can be known to be stale. */
  public boolean isPartial() {
    return partial;
  }

  /** Where the kind at this position of the mapping stands; only for a kind that runs. */
  public KindProgress kind(int position) {
    return Objects.requireNonNull(kinds[position], "a kind that does not run");
  }

  /** What is known from the last run. */
  public Recollection recollection() {
    return recollection;
  }

  /** Takes up what the last run left; before the first kind begins. */
  public void recall(Recollection found) {
    recollection = found;
  }

  /** The time at Port; empty when it was not told. */
  public Optional<PortClock> clock() {
    return Optional.ofNullable(clock);
  }

  /** Takes in the time at Port. */
  public void clock(PortClock told) {
    clock = told;
  }

  /** What Port is told of the run. */
  public RunStatus status() {
    return status;
  }

  /** Answers that are needed in more than one place. */
  public PageCache pages() {
    return pages;
  }

  /** What entities of this run refer to. */
  public RelationTargets relations() {
    return relations;
  }

  /** Entities to be tried again when everything else is written. */
  public ConcurrentLinkedQueue<Unrelated> unrelated() {
    return unrelated;
  }

  /** Whether Port is still asked what it holds: not any more in this run once it could not say. */
  public boolean isComparing() {
    return comparing.get();
  }

  /** True for the first caller. */
  public boolean stopComparing() {
    return comparing.getAndSet(false);
  }

  /** How Port is to take entities of this run. */
  public UpsertOptions upsertOptions() {
    return new UpsertOptions(
        mapping.createMissingRelatedEntities(),
        mapping.enableMergeEntity(),
        record.id().toString());
  }

  /** The plans by lane: one after another within a lane, the lanes side by side. */
  public List<List<KindPlan>> lanes() {
    Map<String, List<KindPlan>> lanes = new LinkedHashMap<>();
    for (KindPlan plan : plans) {
      // Where Port creates nothing that is missing, the mapping's order says what has to be there
      // first.
      String lane = mapping.createMissingRelatedEntities() ? plan.lane() : "";
      lanes.computeIfAbsent(lane, any -> new ArrayList<>()).add(plan);
    }
    return List.copyOf(lanes.values());
  }

  /** What was decided about deletion; empty when the run did not come so far. */
  public Optional<DeletionPlan> deletion() {
    return Optional.ofNullable(deletion);
  }

  /** Remembers what is stale: the number by blueprint. */
  public void foundStale(List<EntityKey> keys) {
    Map<String, Long> numbers = new HashMap<>();
    keys.forEach(key -> numbers.merge(key.blueprint(), 1L, Long::sum));
    stale = Map.copyOf(numbers);
  }

  /** How many entities were found stale, by blueprint; empty before, and where nobody looked. */
  public Map<String, Long> stale() {
    return stale;
  }

  /** Remembers what was decided about deletion. */
  public void decided(DeletionPlan plan) {
    deletion = plan;
  }

  /** The process is to end: no new page is read, and nothing is deleted. */
  public void abort() {
    aborted = true;
    record.doubt("stopped before its end");
    status.abort();
  }

  /** Whether the run is to end early; it stays so. */
  public boolean isAborted() {
    return aborted;
  }

  /**
   * Port did not delete what is stale.
   *
   * @param entities how many
   * @param reason null when nobody knows
   */
  public void notDeleted(int entities, String blueprint, @Nullable String reason) {
    record.doubt(
        "%d stale entities of %s were not deleted: %s".formatted(entities, blueprint, reason));
  }

  @Override
  public void close() {
    pages.close();
  }
}
