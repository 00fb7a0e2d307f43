package dev.portage.route.observe;

import java.io.IOException;
import org.apache.camel.Message;

/** The step that gives out metrics. */
public final class MetricsSteps {
  private final Metrics metrics;

  MetricsSteps(Metrics metrics) {
    this.metrics = metrics;
  }

  /** All metrics at this moment. */
  public void scrape(Message message) throws IOException {
    Answers.text(message, Metrics.CONTENT_TYPE, metrics.text());
  }
}
