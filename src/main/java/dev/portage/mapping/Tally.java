package dev.portage.mapping;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How often an expression gave nothing or failed; many threads may count. */
final class Tally {
  private final LongAdder nulls = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private volatile @Nullable String firstFailure;

  void wasNull() {
    nulls.increment();
  }

  void failed(String message) {
    failures.increment();
    if (firstFailure == null) {
      firstFailure = message;
    }
  }

  /** What was counted for an expression. */
  ExpressionReport.Line line(Expression expression) {
    return new ExpressionReport.Line(
        expression.path(), expression.program().text(), nulls.sum(), failures.sum(), firstFailure);
  }
}
