package dev.portage.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;

/**
 * What Port shows of one kind of a run (contract, section 4.12).
 *
 * @param duration since it began; zero before
 * @param counts numbers by phase ({@code extract}, {@code load} …) and type ({@code loaded} …)
 * @param peak what is not known of it is left out
 */
public record KindMetrics(
    SyncedKind kind,
    SyncState state,
    Duration duration,
    Map<String, Map<String, Long>> counts,
    Peak peak) {

  /**
   * True when Port would be told the same again: how long it took and what it needed change all the
   * time, and say nothing new.
   */
  public boolean saysTheSame(KindMetrics other) {
    return kind.equals(other.kind) && state == other.state && counts.equals(other.counts);
  }

  /** The part {@code metrics} of an event. */
  ObjectNode body() {
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    ObjectNode phases = metrics.putObject("phase");
    phases
        .putObject("resync")
        .put("success", state == SyncState.COMPLETED ? 1 : 0)
        .put("duration_seconds", duration.toMillis() / 1000.0);
    counts.forEach((phase, types) -> count(phases.putObject(phase), types));
    // Port also takes event_loop_latency_max_ms and response_size_total_bytes: there is no event
    // loop here, and nobody measures the other.
    if (peak.memoryBytes() >= 0) {
      metrics.put("memory_max_bytes", peak.memoryBytes());
    }
    if (peak.cpuPercent() >= 0) {
      metrics.put("cpu_max_percent", Math.round(peak.cpuPercent() * 10) / 10.0);
    }
    return metrics;
  }

  private static void count(ObjectNode phase, Map<String, Long> types) {
    ObjectNode all = phase.putObject("object_count_type");
    types.forEach((type, number) -> all.putObject(type).put("object_count", number));
  }
}
