package dev.portage.config;

import dev.portage.http.Secret;
import java.util.List;
import java.util.Map;

/**
 * Whether and where traces are sent.
 *
 * @param on whether there are traces at all
 * @param variables those of OpenTelemetry, by name; empty when there are no traces
 * @param propagate whether requests to the API say to which trace they belong
 * @param secrets what of the variables must not be shown
 */
public record TraceSettings(
    boolean on, Map<String, String> variables, boolean propagate, List<Secret> secrets) {
  /** No traces. */
  public static final TraceSettings OFF = new TraceSettings(false, Map.of(), false, List.of());

  /** Without the values, which may be secret. */
  @Override
  public String toString() {
    return "TraceSettings[on=%s, variables=%s, propagate=%s]"
        .formatted(on, variables.keySet(), propagate);
  }
}
