package dev.portage.route.resync;

import dev.portage.route.call.Failures;
import dev.portage.route.run.Run;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A kind that breaks off makes the run incomplete, and stops no other. */
public final class KindFailures implements AggregationStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(KindFailures.class);

  @Override
  public Exchange aggregate(@Nullable Exchange before, Exchange kind) {
    Exception failure = kind.getException();
    if (failure != null) {
      // Whatever a kind can fail by is caught before it comes here.
      LOG.error(
          "A kind broke off: {}; expected no fault that nobody took care of",
          Failures.words(failure),
          failure);
      kind.getVariable("run", Run.class)
          .record()
          .doubt("a kind broke off: " + Failures.words(failure));
      kind.setException(null);
    }
    return kind;
  }
}
