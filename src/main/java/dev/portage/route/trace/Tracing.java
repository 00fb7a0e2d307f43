package dev.portage.route.trace;

import dev.portage.config.TraceSettings;
import org.apache.camel.CamelContext;

/**
 * Whether runs are traced. No class of OpenTelemetry is loaded before {@link #of} is asked for
 * traces that are on.
 */
public sealed interface Tracing extends AutoCloseable permits Tracing.Off, OpenTelemetryTracing {

  /** Traces where the settings say so. */
  static Tracing of(TraceSettings settings) {
    return settings.on() ? OpenTelemetryTracing.start(settings) : new Off();
  }

  /** Watches the routes that are added from now on. */
  void watch(CamelContext context);

  /** Sends what has not been sent, for 2 s at most; nothing is traced any more. */
  @Override
  void close();

  /** No traces: nothing is done, and nothing costs. */
  record Off() implements Tracing {
    @Override
    public void watch(CamelContext context) {}

    @Override
    public void close() {}
  }
}
