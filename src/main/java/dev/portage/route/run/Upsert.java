package dev.portage.route.run;

import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.catalog.Outcome;
import dev.portage.route.watch.KindWatch;
import dev.portage.route.watch.WaitReason;
import dev.portage.route.watch.Watched;
import dev.portage.sink.UpsertAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A batch on its way to Port: what has to be sent, in which calls, and what became of each entity;
 * for one exchange.
 *
 * <p>What differs from what Port holds is handed to the kind, which fills calls from all of its
 * batches. So an exchange answers for the entities of the calls that it makes, whichever batch they
 * came from.
 */
public final class Upsert implements Watched {
  private final Run run;
  private final KindProgress kind;
  private final EntityBatch batch;
  private final boolean compared;
  private final Set<Entity> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<EntityBatch> calls = new ArrayDeque<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final long made = System.nanoTime();
  private long taken = made;

  private Upsert(Run run, KindProgress kind, EntityBatch batch, boolean compared) {
    this.run = run;
    this.kind = kind;
    this.batch = batch;
    this.compared = compared;
    open.addAll(batch.entities());
    if (compared) {
      calls.add(batch);
    }
  }

  /** A batch that is to be compared with what Port holds. */
  static Upsert toCompare(Run run, KindProgress kind, EntityBatch batch) {
    return new Upsert(run, kind, batch, false);
  }

  /** A batch that is to be sent as it is, in one call. */
  public static Upsert toSend(Run run, KindProgress kind, EntityBatch batch) {
    return new Upsert(run, kind, batch, true);
  }

  /** The run it belongs to. */
  public Run run() {
    return run;
  }

  /** The kind it belongs to. */
  public KindProgress kind() {
    return kind;
  }

  @Override
  public KindWatch watch() {
    return kind.watch();
  }

  /** There was room in the queue for it. */
  public void handedOver() {
    watch().waited(WaitReason.QUEUE_FULL, System.nanoTime() - made);
  }

  /** It has left the queue. */
  public void taken() {
    taken = System.nanoTime();
  }

  /** Nanoseconds since it left the queue. */
  long sinceTaken() {
    return System.nanoTime() - taken;
  }

  /** All of its entities. */
  public EntityBatch batch() {
    return batch;
  }

  /** Whether it is sent without a comparison. */
  public boolean isCompared() {
    return compared;
  }

  /**
   * Gives what differs to the kind, and takes from it the calls that are full now.
   *
   * @param changed of the batch, in order
   */
  public void send(List<Entity> changed) {
    changed.forEach(open::remove);
    for (EntityBatch call : kind.toWrite(changed)) {
      open.addAll(call.entities());
      calls.add(call);
    }
  }

  /** Adds final outcomes. */
  public void settle(Collection<? extends Outcome> settled) {
    settled.forEach(outcome -> open.remove(outcome.entity()));
    outcomes.addAll(settled);
  }

  /** Whether a call is still to be made. */
  public boolean isUnsent() {
    return !calls.isEmpty();
  }

  /** The call to make next. */
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
      settle(settled.outcomes());
    }
  }

  /** Nothing more will be sent: whoever has no outcome yet was not written. */
  public void giveUp(String reason) {
    calls.clear();
    settle(open.stream().map(entity -> new Outcome.Failed(entity, reason)).toList());
  }

  /** What became of the entities so far. */
  public List<Outcome> outcomes() {
    return outcomes;
  }
}
