package dev.portage.route.run;

import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.catalog.Outcome;
import dev.portage.config.RunSettings;
import dev.portage.mapping.ExpressionReport;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.KindRun;
import dev.portage.route.call.Failures;
import dev.portage.route.call.InFlight;
import dev.portage.route.watch.KindWatch;
import dev.portage.sink.BatchBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one kind stands in one run: its counts, the batch that is not full yet, and what is under
 * way to Port.
 */
public final class KindProgress {
  private static final Logger LOG = LoggerFactory.getLogger(KindProgress.class);

  /** Port compares so many identifiers in one call (contract, section 4.8). */
  private static final int COMPARED_TOGETHER = 50;

  /** A batch is held in memory, and cut into calls of 1 MiB later. */
  private static final int BATCH_BYTES = 4 * 1024 * 1024;

  private final KindRun counts;
  private final Run run;
  private final KindPlan plan;
  private final KindWatch watch;
  private final ExpressionReport expressions;
  private final List<String> fields;
  private final BatchBuffer buffer = new BatchBuffer(COMPARED_TOGETHER, BATCH_BYTES);
  private final BatchBuffer writes;
  private final InFlight comparisons = new InFlight();
  private final InFlight underway = new InFlight();

  KindProgress(KindRun counts, Run run, KindPlan plan, RunSettings limits, KindWatch watch) {
    this.counts = counts;
    this.run = run;
    this.plan = plan;
    this.watch = watch;
    this.expressions = new ExpressionReport(plan.resource().mapping());
    this.fields = plan.resource().mapping().fields();
    this.writes = new BatchBuffer(limits.batchLength(), limits.batchBytes());
    watch.begins(counts, expressions);
  }

  /** What an operator sees of the kind. */
  public KindWatch watch() {
    return watch;
  }

  /**
   * Whether no further page is to be read: the run is stopped, or an operator paused the kind. The
   * latter is a doubt.
   */
  public boolean isToEnd() {
    if (!run.isAborted() && watch.isPaused()) {
      counts.doubt("paused by an operator before its end");
    }
    return run.isAborted() || watch.isPaused();
  }

  /**
   * The kind is not read in this run.
   *
   * @param reason is a doubt: what it would have produced is not stale
   */
  public void leaveOut(String reason) {
    LOG.warn("kind {}: {}", counts.kind(), reason);
    counts.doubt(reason);
    counts.finished(Instant.now());
  }

  /** What happened to the kind so far. */
  public KindRun counts() {
    return counts;
  }

  /** What the kind does. */
  public KindPlan plan() {
    return plan;
  }

  /** Which expressions gave null, and how often. */
  public ExpressionReport expressions() {
    return expressions;
  }

  /** The fields that its entities have, as Port names them. */
  public List<String> fields() {
    return fields;
  }

  /** The kind begins now. */
  public void begin() {
    counts.started(Instant.now());
    LOG.info("kind {}: begins", counts.kind());
  }

  /** Every batch of the kind has its outcome. */
  public void end() {
    counts.finished(Instant.now());
    KindCounts now = counts.counts();
    LOG.info(
        "kind {}: {} read, {} filtered, {} skipped, {} mapped: {} unchanged, {} written, {} not",
        counts.kind(),
        now.read(),
        now.filtered(),
        now.skipped(),
        now.mapped(),
        now.unchanged(),
        now.upserted(),
        now.mapped() - now.unchanged() - now.upserted());
  }

  /** No step of the kind follows; one that has not come to its end has broken off. */
  public void endAnyway() {
    if (counts.end().isEmpty()) {
      counts.doubt("broke off before its end");
      end();
    }
  }

  /** Remembers why something may be missing; null for nothing. */
  public void doubt(@Nullable String reason) {
    if (reason != null) {
      counts.doubt(reason);
    }
  }

  /** An endpoint of the kind could not be read to its end. */
  public void failed(Exception failure) {
    String reason = Failures.words(failure);
    if (run.isAborted()) {
      // Calls that were cut off by ourselves.
      LOG.debug("kind {}: {}", counts.kind(), reason);
    } else {
      LOG.warn("kind {}: {}", counts.kind(), reason);
    }
    counts.doubt(reason);
  }

  /** Of these entities, those of which it is not known that Port holds them as they are. */
  public List<Entity> unknown(List<Entity> entities) {
    if (!run.recollection().isOn()) {
      return entities;
    }
    List<Entity> unknown = new ArrayList<>();
    for (Entity entity : entities) {
      if (run.recollection().isHeld(entity, run.record())) {
        counts.record(new Outcome.Unchanged(entity));
      } else {
        unknown.add(entity);
      }
    }
    return unknown;
  }

  /** Takes in what became of an entity in the end. */
  public void record(Outcome outcome) {
    counts.record(outcome);
    run.recollection().take(outcome);
  }

  /** Takes entities in; gives the batches that are full. */
  public List<EntityBatch> batches(List<Entity> entities) {
    return buffer.add(entities);
  }

  /** The batches that are not full, once the last page was read. */
  public List<EntityBatch> lastBatches() {
    return buffer.drain();
  }

  /** Sends a batch on its way; {@link #compared} and {@link #ended} have to follow. */
  public Upsert begin(EntityBatch batch) {
    counts.batch();
    comparisons.begin();
    watch.batch(batch.entities().size());
    underway.begin();
    return Upsert.toCompare(run, this, batch);
  }

  /** A batch is compared with what Port holds, or cannot be. */
  public void compared() {
    comparisons.end();
  }

  /** Waits until every batch is compared. */
  public void awaitCompared() throws InterruptedException {
    comparisons.await();
  }

  /**
   * Takes in entities that are to be written; gives the calls that are full, whoever's entities are
   * in them.
   */
  public List<EntityBatch> toWrite(List<Entity> entities) {
    return writes.add(entities);
  }

  /** The calls that are not full, once all is compared. */
  public List<EntityBatch> leftOver() {
    return writes.drain();
  }

  /** Sends a call on its way whose entities are compared already; {@link #ended} has to follow. */
  public Upsert beginCall(EntityBatch call) {
    underway.begin();
    return Upsert.toSend(run, this, call);
  }

  /**
   * A batch has its outcome; the counterpart of {@link #begin(EntityBatch)} and {@link #beginCall}.
   */
  public void ended(Upsert upsert) {
    watch.wrote(upsert.sinceTaken());
    underway.end();
  }

  /** Waits until every batch has its outcome. */
  public void awaitUpserts() throws InterruptedException {
    underway.await();
  }
}
