package dev.portage.route.kind;

import dev.portage.route.run.Run;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** An endpoint that fails makes its kind incomplete, and stops no other. */
final class EndpointFailures implements AggregationStrategy {
  private final KindSteps steps;

  EndpointFailures(KindSteps steps) {
    this.steps = steps;
  }

  @Override
  public Exchange aggregate(@Nullable Exchange before, Exchange endpoint) {
    Exception failure = endpoint.getException();
    if (failure != null) {
      steps.progress(endpoint.getVariable("run", Run.class)).failed(failure);
      endpoint.setException(null);
    }
    endpoint.getMessage().setBody(null);
    return endpoint;
  }
}
