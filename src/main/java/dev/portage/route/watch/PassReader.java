package dev.portage.route.watch;

import dev.portage.http.Masker;
import dev.portage.mapping.ExpressionReport;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.RunState;
import java.util.ArrayList;
import java.util.List;

/** Makes snapshots of what a run recorded of a kind; texts are masked. */
final class PassReader {
  private final Masker masker;

  PassReader(Masker masker) {
    this.masker = masker;
  }

  /** Of a kind that has not run. */
  static KindPass none() {
    return new KindPass(
        null,
        null,
        KindCounts.NONE,
        new CallTally().now(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  KindPass read(KindRun run, ExpressionReport expressions, CallTally calls) {
    return new KindPass(
        run.start().orElse(null),
        run.end().orElse(null),
        run.counts(),
        calls.now(),
        masked(reasons(run)),
        masked(run.skips().lines()),
        masked(run.rejections().lines()),
        expressions.all().stream().map(this::masked).toList());
  }

  /** Where a kind stands in a run that goes on. */
  KindState state(KindRun run) {
    return switch (run.state()) {
      case PENDING -> KindState.PENDING;
      case RUNNING -> KindState.RUNNING;
      case COMPLETE -> KindState.COMPLETE;
      case INCOMPLETE -> KindState.INCOMPLETE;
    };
  }

  /** What a run of the kind came to. */
  KindState result(KindRun run, boolean aborted) {
    if (run.state() == RunState.COMPLETE) {
      return KindState.COMPLETE;
    }
    return aborted ? KindState.ABORTED : KindState.INCOMPLETE;
  }

  private static List<String> reasons(KindRun run) {
    List<String> reasons = new ArrayList<>(run.doubts().lines());
    if (!run.rejections().isEmpty()) {
      reasons.add("Port rejected %d entities".formatted(run.rejections().count()));
    }
    reasons.addAll(run.leftOut().lines());
    return reasons;
  }

  private List<String> masked(List<String> texts) {
    return texts.stream().map(masker::mask).toList();
  }

  private ExpressionReport.Line masked(ExpressionReport.Line line) {
    String failure = line.firstFailure();
    return new ExpressionReport.Line(
        line.path(),
        masker.mask(line.program()),
        line.nulls(),
        line.failures(),
        failure == null ? null : masker.mask(failure));
  }
}
