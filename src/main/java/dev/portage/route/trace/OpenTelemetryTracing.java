package dev.portage.route.trace;

import dev.portage.config.TraceSettings;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Traces by the SDK of OpenTelemetry, as its variables say (ADR 0021). */
final class OpenTelemetryTracing implements Tracing {
  private static final Logger LOG = LoggerFactory.getLogger(OpenTelemetryTracing.class);
  private static final long SECONDS_TO_FLUSH = 2;

  /** Only traces are sent; the rest of the SDK stays silent. */
  private static final Map<String, String> ONLY_TRACES =
      Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none");

  private final OpenTelemetrySdk sdk;
  private final boolean propagate;

  private OpenTelemetryTracing(OpenTelemetrySdk sdk, boolean propagate) {
    this.sdk = sdk;
    this.propagate = propagate;
  }

  /** Traces; none when the variables make no sense to OpenTelemetry, which is said. */
  static Tracing start(TraceSettings settings) {
    try {
      OpenTelemetrySdk sdk =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesSupplier(() -> properties(settings.variables()))
              .addPropertiesCustomizer(any -> ONLY_TRACES)
              .addSpanExporterCustomizer((exporter, any) -> new SaidExporter(exporter))
              .build()
              .getOpenTelemetrySdk();
      return new OpenTelemetryTracing(sdk, settings.propagate());
    } catch (RuntimeException e) {
      LOG.warn(
          "OTEL_*: no traces are sent: {}; expected values as OpenTelemetry describes them",
          e.getMessage());
      return new Off();
    }
  }

  /** The variables as properties, with what differs from the SDK's defaults. */
  static Map<String, String> properties(Map<String, String> variables) {
    Map<String, String> properties = new HashMap<>();
    properties.put("otel.exporter.otlp.protocol", "http/protobuf");
    if (!variables.getOrDefault("OTEL_RESOURCE_ATTRIBUTES", "").contains("service.name=")) {
      properties.put("otel.service.name", "portage");
    }
    variables.forEach(
        (name, value) -> properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
    return properties;
  }

  @Override
  public void watch(CamelContext context) {
    Spans spans = new Spans(sdk.getTracer("dev.portage"), propagate);
    context.getCamelContextExtension().addInterceptStrategy(new TracedNodes(spans));
  }

  @Override
  public void close() {
    if (!sdk.getSdkTracerProvider().shutdown().join(SECONDS_TO_FLUSH, TimeUnit.SECONDS).isDone()) {
      LOG.warn("Traces: not all were sent in {} s; going on without", SECONDS_TO_FLUSH);
    }
  }
}
