package dev.portage.route.write;

import dev.portage.catalog.EntityKey;
import dev.portage.config.RunSettings;
import dev.portage.http.ApiRequest;
import dev.portage.reconcile.DeletionPlan;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.route.run.Run;
import dev.portage.route.watch.Watch;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of the route {@code reconcile}: what is stale, whether it may be deleted, and its
 * deletion.
 */
public final class ReconcileSteps {
  private static final Logger LOG = LoggerFactory.getLogger(ReconcileSteps.class);

  private static final String PARTIAL = "only some kinds ran; a full resync finds what is stale";

  private final PortApi api;
  private final PortClient port;
  private final RunSettings limits;
  private final Watch watch;

  /** Deletes with these limits. */
  public ReconcileSteps(PortApi api, PortClient port, RunSettings limits, Watch watch) {
    this.watch = watch;
    this.api = api;
    this.port = port;
    this.limits = limits;
  }

  /** Decides what is deleted: nothing at all, unless the run is proven complete. */
  public DeletionPlan decide(@Variable("run") Run run) {
    watch.run().reconciles();
    run.plans().forEach(plan -> run.kind(plan.position()).endAnyway());
    DeletionPlan plan = run.isPartial() ? new DeletionPlan.Withheld(PARTIAL) : planned(run);
    run.decided(plan);
    if (!run.isPartial()) {
      watch.decided(plan, run.stale());
    }
    if (plan instanceof DeletionPlan.Withheld withheld && !run.isPartial()) {
      LOG.warn("Nothing is deleted: {}", withheld.reason());
      run.record().doubts().forEach(doubt -> LOG.debug("Nothing is deleted, since: {}", doubt));
    } else if (plan instanceof DeletionPlan.Delete delete) {
      LOG.info("{} stale entities are to be deleted", delete.count());
    } else {
      LOG.debug("Nothing is deleted: {}", PARTIAL);
    }
    return plan;
  }

  private DeletionPlan planned(Run run) {
    List<String> doubts = run.record().doubts();
    if (!doubts.isEmpty()) {
      return new DeletionPlan.Withheld("the run is not proven complete: " + doubts.get(0));
    }
    try {
      List<EntityKey> stale = stale(run);
      run.foundStale(stale);
      if (stale.isEmpty()) {
        return new DeletionPlan.Delete(Map.of());
      }
      long[] owned = {0};
      owned().each(null, page -> owned[0] += page.keys().size());
      Set<EntityKey> kept = kept(run, stale);
      var guard = new DeletionPlan.Guard(run.mapping().entityDeletionThreshold(), owned[0]);
      return DeletionPlan.of(doubts, stale, kept::contains, guard);
    } catch (PortUnavailable | PortException e) {
      run.record().doubt("what Port holds could not be asked: " + e.getMessage());
      return new DeletionPlan.Withheld("what Port holds could not be asked: " + e.getMessage());
    }
  }

  private List<EntityKey> stale(Run run) {
    List<EntityKey> stale = new ArrayList<>();
    run.recollection().beforeLook(run.clock());
    owned()
        .each(
            run.record().start(),
            page -> {
              run.recollection().listed(page.keys());
              stale.addAll(DeletionPlan.stale(page.keys(), run.record()::produced));
            });
    run.recollection().afterLook();
    return stale;
  }

  private OwnedEntities owned() {
    return new OwnedEntities(api, port);
  }

  /**
   * What entities of this run refer to stays: it may have been created for them, and what depends
   * on it would go with it (contract, step 14 of 7.5).
   */
  private Set<EntityKey> kept(Run run, List<EntityKey> stale) {
    boolean needed =
        run.mapping().createMissingRelatedEntities() || run.mapping().deleteDependentEntities();
    return needed ? run.relations().among(stale, this::relationTargets) : Set.of();
  }

  private Map<String, String> relationTargets(String blueprint) {
    return api.ownership().readRelationTargets(port.call(api.ownership().blueprint(blueprint)));
  }

  /** The calls that delete; none when deletion is withheld. */
  public List<Deletion> eachDeletion(@Body DeletionPlan plan, @Variable("run") Run run) {
    if (!(plan instanceof DeletionPlan.Delete delete)) {
      return List.of();
    }
    boolean dependents = run.mapping().deleteDependentEntities();
    int most = dependents ? limits.deleteBatchLength() : 1;
    List<Deletion> calls = new ArrayList<>();
    delete
        .identifiers()
        .forEach(
            (blueprint, all) -> {
              for (int from = 0; from < all.size(); from += most) {
                calls.add(
                    new Deletion(blueprint, all.subList(from, Math.min(all.size(), from + most))));
              }
            });
    return calls;
  }

  /**
   * Entities of one blueprint that are deleted by one call.
   *
   * @param identifiers at least one
   */
  public record Deletion(String blueprint, List<String> identifiers) {}

  /** Deletes; what Port refuses is said and makes the run incomplete. */
  public Deletion delete(@Body Deletion deletion, @Variable("run") Run run) {
    if (run.isAborted()) {
      run.notDeleted(deletion.identifiers().size(), deletion.blueprint(), "stopped before its end");
      return deletion;
    }
    boolean dependents = run.mapping().deleteDependentEntities();
    ApiRequest call =
        api.ownership()
            .delete(
                deletion.blueprint(),
                deletion.identifiers(),
                dependents,
                run.record().id().toString());
    try {
      List<String> gone = api.ownership().readDelete(port.call(call));
      run.record().deleted(gone.size());
      watch.deleted(deletion.blueprint(), gone.size());
      LOG.info("Deleted {} stale entities of {}", gone.size(), deletion.blueprint());
    } catch (PortUnavailable | PortException e) {
      run.notDeleted(deletion.identifiers().size(), deletion.blueprint(), e.getMessage());
    }
    return deletion;
  }
}
