package dev.portage.route.observe;

import dev.portage.route.watch.Watch;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.component.seda.SedaEndpoint;

/**
 * The registry of all metrics: Ocean's, Portage's own, those of the JVM, and Camel's of every
 * route. Nodes of routes are not timed, since some are called for every item (ADR 0016).
 */
final class Metrics {
  /** Of what {@link #text} gives. */
  static final String CONTENT_TYPE = OpenMetricsTextFormatWriter.CONTENT_TYPE;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics(CamelContext context, Watch watch) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    registry.getPrometheusRegistry().register(new OceanMetrics(watch));
    registry.getPrometheusRegistry().register(new PortageMetrics(watch, () -> queued(context)));
    registry.getPrometheusRegistry().register(new RouteMetrics(context));
  }

  private static int queued(CamelContext context) {
    return context.getEndpoints().stream()
        .filter(SedaEndpoint.class::isInstance)
        .map(SedaEndpoint.class::cast)
        .filter(queue -> queue.getEndpointUri().contains("port-upsert"))
        .mapToInt(SedaEndpoint::getCurrentQueueSize)
        .max()
        .orElse(0);
  }

  /** Everything, as OpenMetrics text that ends in {@code # EOF}. */
  String text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OpenMetricsTextFormatWriter.create().write(out, registry.getPrometheusRegistry().scrape());
    return out.toString(StandardCharsets.UTF_8);
  }
}
