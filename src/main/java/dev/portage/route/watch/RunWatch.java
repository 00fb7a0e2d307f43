package dev.portage.route.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The run that is going on, and what ended before. Safe to share between threads. */
public final class RunWatch {
  private RunPhase phase = RunPhase.IDLE;
  private String id = "";
  private boolean partial;
  private @Nullable Instant start;
  private @Nullable EndedRun last;
  private @Nullable Instant lastComplete;
  private long deleted;
  private String deletion = "";
  private List<String> mistakes = List.of();
  private final Map<String, Long> runs = new TreeMap<>();

  /** What a snapshot shows of it. */
  record View(
      RunPhase phase,
      String id,
      @Nullable Instant start,
      @Nullable EndedRun last,
      @Nullable Instant lastComplete,
      Map<String, Long> runs,
      long deleted,
      String deletion,
      List<String> mistakes) {}

  /**
   * A run begins.
   *
   * @param run by which Port knows it
   * @param some whether only some kinds run
   */
  public synchronized void begins(String run, boolean some, Instant now) {
    phase = RunPhase.BEGINNING;
    id = run;
    partial = some;
    start = now;
  }

  /** What is stale is looked for now. */
  public synchronized void reconciles() {
    phase = RunPhase.RECONCILING;
  }

  /**
   * Kinds are read now.
   *
   * @param wrong mistakes of the mapping
   */
  public synchronized void reads(List<String> wrong) {
    phase = RunPhase.READING;
    mistakes = List.copyOf(wrong);
  }

  /** What is deleted was decided, in words. */
  public synchronized void decided(String words) {
    deletion = words;
  }

  /** Stale entities are gone. */
  public synchronized void deleted(long entities) {
    deleted += entities;
  }

  /** The run going on is over. */
  synchronized void ends(String result, List<String> reasons, String report) {
    Instant now = Instant.now();
    Instant begun = start;
    last = new EndedRun(id, partial, begun == null ? now : begun, now, result, reasons, report);
    runs.merge(result, 1L, Long::sum);
    lastComplete = result.equals("complete") && !partial ? now : lastComplete;
    phase = RunPhase.IDLE;
    id = "";
    start = null;
  }

  synchronized View view() {
    return new View(
        phase, id, start, last, lastComplete, Map.copyOf(runs), deleted, deletion, mistakes);
  }
}
