package dev.portage.route.watch;

import dev.portage.mapping.ExpressionReport;
import dev.portage.reconcile.KindCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a kind, going on or over. Texts are masked.
 *
 * @param start null when it has not begun
 * @param end null while it goes on
 * @param counts what became of its items
 * @param calls its requests
 * @param reasons why something may be missing; empty for a complete one
 * @param skipped why items gave no entity, the first ten reasons
 * @param rejected what Port refused, the first ten: identifier, blueprint and Port's words
 * @param expressions of the mapping, with how often each gave null or failed
 */
public record KindPass(
    @Nullable Instant start,
    @Nullable Instant end,
    KindCounts counts,
    CallCounts calls,
    List<String> reasons,
    List<String> skipped,
    List<String> rejected,
    List<ExpressionReport.Line> expressions) {

  /** Copies. */
  public KindPass {
    reasons = List.copyOf(reasons);
    skipped = List.copyOf(skipped);
    rejected = List.copyOf(rejected);
    expressions = List.copyOf(expressions);
  }

  /** How long it took, or takes until now; zero before it begins. */
  public Duration duration() {
    Instant from = start;
    Instant to = end;
    return from == null ? Duration.ZERO : Duration.between(from, to == null ? Instant.now() : to);
  }
}
