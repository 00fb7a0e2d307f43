package dev.portage.route.run;

import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.catalog.Outcome;
import dev.portage.sink.UpsertAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * A batch on its way to Port: what has to be sent of it, in which calls, and what became of each
 * entity; for one exchange.
 */
public final class Upsert {
  private final Run run;
  private final KindProgress kind;
  private final EntityBatch batch;
  private final Deque<EntityBatch> calls = new ArrayDeque<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  /** A batch of which nothing was sent yet. */
  public Upsert(Run run, KindProgress kind, EntityBatch batch) {
    this.run = run;
    this.kind = kind;
    this.batch = batch;
  }

  /** The run it belongs to. */
  public Run run() {
    return run;
  }

  /** The kind it belongs to. */
  public KindProgress kind() {
    return kind;
  }

  /** All of its entities. */
  public EntityBatch batch() {
    return batch;
  }

  /** Adds calls that are to be made. */
  public void send(Collection<EntityBatch> batches) {
    calls.addAll(batches);
  }

  /** Adds final outcomes. */
  public void settle(Collection<? extends Outcome> settled) {
    outcomes.addAll(settled);
  }

  /** Whether a call is still to be made. */
  public boolean isUnsent() {
    return !calls.isEmpty();
  }

  /** Takes the next call out. */
  public EntityBatch nextCall() {
    return calls.getFirst();
  }

  /** Takes the answer to {@link #nextCall}. */
  public void answered(UpsertAnswer answer) {
    calls.removeFirst();
    if (answer instanceof UpsertAnswer.Split split) {
      calls.addFirst(split.second());
      calls.addFirst(split.first());
    } else if (answer instanceof UpsertAnswer.Settled settled) {
      outcomes.addAll(settled.outcomes());
    }
  }

  /** Nothing more will be sent: whoever has no outcome yet was not written. */
  public void giveUp(String reason) {
    calls.clear();
    List<Entity> open = new ArrayList<>(batch.entities());
    outcomes.forEach(outcome -> removeOnce(open, outcome.entity()));
    open.forEach(entity -> outcomes.add(new Outcome.Failed(entity, reason)));
  }

  /** The very entity: several equal ones may be in one batch. */
  @SuppressWarnings("ReferenceEquality")
  private static void removeOnce(List<Entity> from, Entity entity) {
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i) == entity) {
        from.remove(i);
        return;
      }
    }
  }

  /** The outcomes so far. */
  public List<Outcome> outcomes() {
    return outcomes;
  }
}
