package dev.portage.reconcile;

import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Fingerprint;
import dev.portage.catalog.KeySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * The record of one run: what every kind saw, which entities were produced, and every doubt whether
 * that is all. Safe to share between threads; its memory grows with the number of entities by about
 * 25 bytes each and with nothing else.
 */
public final class ResyncRun {
  private static final int NOTES = 20;

  private final UUID id;
  private final Instant start;
  private final List<KindRun> kinds = new CopyOnWriteArrayList<>();
  private final Notes doubts = new Notes(NOTES);
  private final KeySet produced = new KeySet();
  private final KeySet repeated = new KeySet();
  private final LongAdder deleted = new LongAdder();

  /**
   * Begins a run.
   *
   * @param id by which Port knows it
   * @param start what was changed after is not stale
   */
  public ResyncRun(UUID id, Instant start) {
    this.id = id;
    this.start = start;
  }

  /** By which Port knows the run. */
  public UUID id() {
    return id;
  }

  /** When the run began. */
  public Instant start() {
    return start;
  }

  /**
   * Adds a kind that will run.
   *
   * @param index its place in the mapping, from 0
   * @param kind as it was written
   * @param blueprint the jq text of its blueprint
   */
  public KindRun kind(int index, String kind, String blueprint) {
    KindRun run = new KindRun(index, kind, blueprint, this);
    kinds.add(run);
    return run;
  }

  /** All kinds in the order of the mapping. */
  public List<KindRun> kinds() {
    return kinds.stream().sorted(Comparator.comparingInt(KindRun::index)).toList();
  }

  /** Something that concerns no single kind may be missing; nothing is deleted in this run. */
  public void doubt(String reason) {
    doubts.add(reason);
  }

  /** A kind gives an entity. */
  void produce(EntityKey key) {
    Fingerprint print = Fingerprint.of(key);
    if (!produced.add(print)) {
      repeated.add(print);
    }
  }

  /** An entity that was given by a search identifier turns out to be this one. */
  void alsoProduced(EntityKey key) {
    produced.add(key);
  }

  /** True when this run gave more than one entity of the same key. */
  public boolean isRepeated(Fingerprint key) {
    return repeated.contains(key);
  }

  /** True when a kind of this run gave the entity. */
  public boolean produced(EntityKey key) {
    return produced.contains(key);
  }

  /** How many different entities the run gave. */
  public long producedCount() {
    return produced.size();
  }

  /** Stale entities are gone. */
  public void deleted(long entities) {
    deleted.add(entities);
  }

  /** How many stale entities Port has deleted in this run. */
  public long deletedCount() {
    return deleted.sum();
  }

  /** Remembers that something is sent for a key, so that what Port shows of it is out of date. */
  public void sending(EntityKey key) {
    produced.mark(key);
  }

  /** True when something was sent for the key in this run. */
  public boolean wasSent(EntityKey key) {
    return produced.isMarked(key);
  }

  /** True when something was sent in this run for the key that has this fingerprint. */
  public boolean wasSent(Fingerprint key) {
    return produced.isMarked(key);
  }

  /**
   * Every reason why the entities produced may not be all: that of the run, of its kinds, and of
   * kinds that have not ended. Empty after a pass that is proven complete.
   */
  public List<String> doubts() {
    List<String> all = new ArrayList<>(doubts.lines());
    for (KindRun kind : kinds()) {
      kind.doubts().lines().forEach(line -> all.add(kind.kind() + ": " + line));
      if (kind.end().isEmpty()) {
        all.add(kind.kind() + ": has not ended");
      }
      kind.counts().discrepancies().forEach(line -> all.add(kind.kind() + ": " + line));
    }
    return List.copyOf(all);
  }

  /** Where the counts of a kind do not add up; empty when they do. */
  public List<String> discrepancies() {
    List<String> all = new ArrayList<>();
    for (KindRun kind : kinds()) {
      kind.counts().discrepancies().forEach(line -> all.add(kind.kind() + ": " + line));
    }
    return List.copyOf(all);
  }

  /** The result by what was recorded: complete, or incomplete with the reasons. */
  public RunResult result() {
    List<String> reasons = new ArrayList<>(doubts());
    for (KindRun kind : kinds()) {
      long rejected = kind.counts().rejected();
      if (rejected > 0) {
        reasons.add("%s: Port rejected %d entities".formatted(kind.kind(), rejected));
      }
      kind.leftOut().lines().forEach(line -> reasons.add(kind.kind() + ": " + line));
    }
    return reasons.isEmpty() ? new RunResult.Complete() : new RunResult.Incomplete(reasons);
  }
}
