package dev.portage.reconcile;

import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to one kind in a run. Safe to share between threads. */
public final class KindRun {
  private static final int NOTES = 10;

  private final int index;
  private final String kind;
  private final String blueprint;
  private final ResyncRun run;
  private final Counters counters = new Counters();
  private final Notes doubts = new Notes(NOTES);
  private final Notes skips = new Notes(NOTES);
  private final Notes rejections = new Notes(NOTES);
  private final Notes leftOut = new Notes(NOTES);
  private volatile @Nullable Instant start;
  private volatile @Nullable Instant end;

  KindRun(int index, String kind, String blueprint, ResyncRun run) {
    this.index = index;
    this.kind = kind;
    this.blueprint = blueprint;
    this.run = run;
  }

  /** The kind's place in the mapping, from 0. */
  public int index() {
    return index;
  }

  /** The kind as it was written. */
  public String kind() {
    return kind;
  }

  /** The jq text of its blueprint. */
  public String blueprint() {
    return blueprint;
  }

  /** Begins. */
  public void started(Instant now) {
    start = now;
  }

  /** A page was fetched. */
  public void page() {
    counters.pages.increment();
  }

  /** Items were found; where the mapping takes items apart, count the parts. */
  public void read(long items) {
    counters.read.add(items);
  }

  /** Items were left out by the selector. */
  public void filtered(long items) {
    counters.filtered.add(items);
  }

  /**
   * An item gave no entity.
   *
   * @param reason for a person to read, without values of the item
   * @param doubt true when it may stand for an entity; nothing is deleted then
   */
  public void skipped(String reason, boolean doubt) {
    counters.skipped.increment();
    skips.add(reason);
    if (doubt) {
      counters.doubtful.increment();
      doubts.add("item skipped: " + reason);
    }
  }

  /** An item gave an entity, which therefore is not stale, whatever becomes of it now. */
  public void mapped(Entity entity) {
    counters.mapped.increment();
    entity.key().ifPresent(run::produce);
  }

  /** A batch goes to the catalog. */
  public void batch() {
    counters.batches.increment();
  }

  /**
   * The final outcome of an entity; call it once for each that was mapped. A rejection that will be
   * tried again is not final.
   */
  public void record(Outcome outcome) {
    if (outcome instanceof Outcome.Upserted upserted) {
      (upserted.created() ? counters.created : counters.updated).increment();
      EntityKey key = new EntityKey(upserted.entity().blueprint(), upserted.identifier());
      if (!upserted.entity().key().equals(Optional.of(key))) {
        // What a search identifier matched has been produced by this run, too.
        run.alsoProduced(key);
      }
    } else if (outcome instanceof Outcome.Unchanged) {
      counters.unchanged.increment();
    } else if (outcome instanceof Outcome.Unmatched) {
      counters.unmatched.increment();
    } else if (outcome instanceof Outcome.Rejected rejected) {
      rejected(rejected);
    } else if (outcome instanceof Outcome.Failed failed) {
      counters.failed.increment();
      doubts.add("not written: " + failed.reason());
    }
  }

  private void rejected(Outcome.Rejected rejected) {
    counters.rejected.increment();
    String name = rejected.entity().key().map(EntityKey::identifier).orElse("(search identifier)");
    rejections.add(
        "%s of %s: %d %s: %s"
            .formatted(
                name,
                rejected.entity().blueprint(),
                rejected.status(),
                rejected.code(),
                rejected.message()));
    if (rejected.entity().key().isEmpty()) {
      doubts.add("rejected with a search identifier, so that the entity meant is not known");
    }
  }

  /** Something may be missing; nothing is deleted in this run. */
  public void doubt(String reason) {
    doubts.add(reason);
  }

  /** A field of the mapping was left out for some items; incomplete, but no doubt. */
  public void leftOut(String reason) {
    leftOut.add(reason);
  }

  /** Ends. */
  public void finished(Instant now) {
    end = now;
  }

  /**
   * Where it stands: after its end complete unless there is something to say, which may still come
   * when Port refuses what is tried again at the end of the run.
   */
  public RunState state() {
    if (end == null) {
      return start == null ? RunState.PENDING : RunState.RUNNING;
    }
    boolean complete = doubts.isEmpty() && rejections.isEmpty() && leftOut.isEmpty();
    return complete ? RunState.COMPLETE : RunState.INCOMPLETE;
  }

  /** When it began. */
  public Optional<Instant> start() {
    return Optional.ofNullable(start);
  }

  /** When it ended. */
  public Optional<Instant> end() {
    return Optional.ofNullable(end);
  }

  /** The counts at this moment. */
  public KindCounts counts() {
    return counters.now();
  }

  /** Why something may be missing. */
  public Notes doubts() {
    return doubts;
  }

  /** Why items gave no entity. */
  public Notes skips() {
    return skips;
  }

  /** What Port refused: identifier, blueprint and Port's words. */
  public Notes rejections() {
    return rejections;
  }

  /** Fields that were left out. */
  public Notes leftOut() {
    return leftOut;
  }
}
