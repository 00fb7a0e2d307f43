package dev.portage.route.web.page;

import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.ProcessStatus;
import dev.portage.route.watch.RunPhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Everything that is shown, at one moment.
 *
 * @param status of the process
 * @param kinds in the order of the mapping
 * @param now the moment
 */
public record Snapshot(ProcessStatus status, List<KindStatus> kinds, Instant now) {

  /** Copies. */
  public Snapshot {
    kinds = List.copyOf(kinds);
  }

  /** One of the kinds. */
  public Optional<KindStatus> kind(String slug) {
    return kinds.stream().filter(kind -> kind.kind().slug().equals(slug)).findFirst();
  }

  /** Whether a resync goes on. */
  boolean isRunning() {
    return status.phase() != RunPhase.IDLE;
  }

  /** Over all kinds, of the runs that are shown for them. */
  long sum(ToLongFunction<KindCounts> count) {
    return kinds.stream().mapToLong(kind -> count.applyAsLong(kind.pass().counts())).sum();
  }

  /** Entities that were mapped and are not in Port as mapped. */
  static long notWritten(KindCounts counts) {
    return counts.rejected() + counts.unmatched() + counts.failed();
  }

  /** How many kinds the run going on has to read, and how many of them are over. */
  Progress progress() {
    Instant start = status.runStart();
    long over = 0;
    long all = 0;
    for (KindStatus kind : kinds) {
      Instant end = kind.pass().end();
      boolean ended = start != null && end != null && !end.isBefore(start);
      boolean toCome = kind.state() == KindState.PENDING || kind.state() == KindState.RUNNING;
      over += ended ? 1 : 0;
      all += ended || toCome ? 1 : 0;
    }
    return new Progress(over, all);
  }

  /**
   * Of a run.
   *
   * @param over kinds that have ended
   * @param all kinds of the run
   */
  record Progress(long over, long all) {}

  /** Whether all kinds are paused; false without kinds. */
  boolean isPaused() {
    return !kinds.isEmpty() && kinds.stream().allMatch(kind -> kind.state() == KindState.PAUSED);
  }

  /** Whether at least one kind is paused. */
  boolean isPartlyPaused() {
    return kinds.stream().anyMatch(kind -> kind.state() == KindState.PAUSED);
  }

  /** What keeps resyncs from being complete, or from running at all; empty when all is well. */
  List<String> trouble() {
    List<String> trouble = new ArrayList<>();
    String failure = status.contact().failure();
    if (failure != null) {
      trouble.add("Port cannot be reached: " + failure);
    } else if (!status.contact().ready()) {
      trouble.add("Port has not answered yet, so nothing can run.");
    }
    status.mistakes().forEach(mistake -> trouble.add("Mapping: " + mistake));
    return trouble;
  }
}
