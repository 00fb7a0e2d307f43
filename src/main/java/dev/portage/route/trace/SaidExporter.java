package dev.portage.route.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once in our own log that spans do not arrive, and once that they do again. */
final class SaidExporter implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(SaidExporter.class);

  private final SpanExporter exporter;
  private final AtomicBoolean failing = new AtomicBoolean();

  SaidExporter(SpanExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    result.whenComplete(() -> say(result.isSuccess(), spans.size()));
    return result;
  }

  private void say(boolean arrived, int spans) {
    if (!arrived && !failing.getAndSet(true)) {
      LOG.warn(
          "Traces: {} spans did not arrive; expected the collector at OTEL_EXPORTER_OTLP_ENDPOINT to"
              + " take them",
          spans);
    } else if (arrived && failing.getAndSet(false)) {
      LOG.info("Traces: spans arrive again");
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
