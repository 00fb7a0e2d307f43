package dev.portage.route.write;

import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.catalog.Outcome;
import dev.portage.config.RunSettings;
import dev.portage.http.ApiResponse;
import dev.portage.route.call.Failures;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.route.run.Run;
import dev.portage.route.run.Upsert;
import dev.portage.sink.BatchBuffer;
import dev.portage.sink.PortApi;
import dev.portage.sink.RelationOrder;
import dev.portage.sink.UpsertAnswer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last try of entities that Port refused since something they refer to was not there yet
 * (contract, step 9 of 7.5): by now it may be. They are sent whole, what others refer to first; a
 * circle in two steps.
 */
public final class UnrelatedSteps {
  private static final Logger LOG = LoggerFactory.getLogger(UnrelatedSteps.class);
  private static final int MAX_ROUNDS = 10;

  private final PortApi api;
  private final PortClient port;
  private final RunSettings limits;

  /** Writes with these limits. */
  public UnrelatedSteps(PortApi api, PortClient port, RunSettings limits) {
    this.api = api;
    this.port = port;
    this.limits = limits;
  }

  /** Tries until a round writes nothing more; then every entity has its outcome. */
  public void retryUnrelated(@Variable("run") Run run) {
    IdentityHashMap<Entity, Run.Unrelated> open = new IdentityHashMap<>();
    List<Entity> order = new ArrayList<>();
    for (Run.Unrelated unrelated : run.unrelated()) {
      open.put(unrelated.entity(), unrelated);
      order.add(unrelated.entity());
    }
    for (int round = 0; round < MAX_ROUNDS && !open.isEmpty(); round++) {
      LOG.info("{} entities lacked something they refer to; trying again", open.size());
      if (!tryOnce(run, open, order)) {
        break;
      }
    }
    open.values().forEach(left -> UpsertSteps.record(left.kind(), left.rejection()));
  }

  /** One round; true when it wrote any of them. */
  private boolean tryOnce(
      Run run, IdentityHashMap<Entity, Run.Unrelated> open, List<Entity> order) {
    int before = open.size();
    List<Entity> left = order.stream().filter(open::containsKey).toList();
    for (RelationOrder.Step step : RelationOrder.of(left)) {
      List<Outcome> outcomes = send(run, step.entities());
      if (!step.partial()) {
        outcomes.forEach(outcome -> settle(outcome, open));
      }
    }
    return open.size() < before;
  }

  private static void settle(Outcome outcome, IdentityHashMap<Entity, Run.Unrelated> open) {
    Run.Unrelated unrelated = open.get(outcome.entity());
    if (unrelated == null) {
      return;
    }
    if (outcome instanceof Outcome.Rejected rejected && rejected.mayLackRelation()) {
      open.put(outcome.entity(), new Run.Unrelated(unrelated.kind(), rejected));
    } else {
      open.remove(outcome.entity());
      UpsertSteps.record(unrelated.kind(), outcome);
    }
  }

  private List<Outcome> send(Run run, List<Entity> entities) {
    List<Outcome> outcomes = new ArrayList<>();
    for (EntityBatch batch : BatchBuffer.cut(entities, limits.batchLength(), limits.batchBytes())) {
      outcomes.addAll(send(run, batch));
    }
    return outcomes;
  }

  private List<Outcome> send(Run run, EntityBatch batch) {
    Upsert upsert = Upsert.toSend(run, run.kind(0), batch);
    try {
      while (upsert.isUnsent()) {
        ApiResponse answer =
            port.call(api.entities().bulkUpsert(upsert.nextCall(), run.upsertOptions()));
        upsert.answered(UpsertAnswer.read(upsert.nextCall(), answer));
      }
    } catch (PortUnavailable e) {
      upsert.giveUp(Failures.words(e));
    }
    return upsert.outcomes();
  }
}
