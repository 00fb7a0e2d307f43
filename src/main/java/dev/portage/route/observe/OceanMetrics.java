package dev.portage.route.observe;

import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.WaitReason;
import dev.portage.route.watch.Watch;
import dev.portage.sink.KindMetrics;
import dev.portage.sink.SyncState;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The gauges of Ocean with their names and labels (contract, section 9), so that dashboards made
 * for it go on working: the very numbers that Port is told. {@code kind} is the kind and its index.
 */
final class OceanMetrics implements MultiCollector {
  private final Watch watch;

  OceanMetrics(Watch watch) {
    this.watch = watch;
  }

  @Override
  public MetricSnapshots collect() {
    Series series = new Series();
    watch.figures().now().forEach(kind -> add(series, kind));
    watch.watched().forEach(kind -> addWait(series, kind.portIdentifier(), watch.status(kind)));
    MetricSnapshots.Builder scrape = MetricSnapshots.builder();
    series.addTo(scrape);
    return scrape.build();
  }

  private static void add(Series series, KindMetrics metrics) {
    String kind = metrics.kind().identifier();
    series.gauge(
        "duration_seconds",
        "How long the phase took",
        metrics.duration().toMillis() / 1000.0,
        "kind",
        kind,
        "phase",
        "resync");
    series.gauge(
        "success",
        "1 when it is complete",
        metrics.state() == SyncState.COMPLETED ? 1 : 0,
        "kind",
        kind,
        "phase",
        "resync");
    metrics
        .counts()
        .forEach(
            (phase, types) ->
                types.forEach(
                    (type, count) ->
                        series.gauge(
                            "object_count",
                            "Items or entities of the last run",
                            count,
                            "kind",
                            kind,
                            "phase",
                            phase,
                            "object_count_type",
                            type)));
    addPeak(series, metrics, kind);
  }

  private static void addPeak(Series series, KindMetrics metrics, String kind) {
    if (metrics.peak().cpuPercent() >= 0) {
      series.gauge(
          "cpu_max_percent",
          "Most that the process used while the kind ran, of one processor",
          metrics.peak().cpuPercent(),
          "kind",
          kind);
    }
    if (metrics.peak().memoryBytes() >= 0) {
      series.gauge(
          "memory_max_bytes",
          "Most that the JVM used while the kind ran",
          metrics.peak().memoryBytes(),
          "kind",
          kind);
    }
  }

  private static void addWait(Series series, String kind, KindStatus status) {
    if (kind.isEmpty()) {
      return;
    }
    series.gauge(
        "rate_limit_wait_seconds",
        "Waited since the API allowed no more requests",
        Shown.seconds(status.pass().calls().waits().get(WaitReason.RATE_LIMIT)),
        "kind",
        kind,
        "phase",
        "extract",
        "endpoint",
        status.kind().endpoint());
  }
}
