package dev.portage.route.observe;

import dev.portage.route.watch.Histogram;
import dev.portage.route.watch.KindWatch;
import dev.portage.route.watch.ProcessStatus;
import dev.portage.route.watch.RunPhase;
import dev.portage.route.watch.Watch;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Portage's own metrics, read from what is watched when somebody scrapes. */
final class PortageMetrics implements MultiCollector {
  private final Watch watch;
  private final IntSupplier queued;

  /**
   * Of a process.
   *
   * @param queued batches that wait for Port
   */
  PortageMetrics(Watch watch, IntSupplier queued) {
    this.watch = watch;
    this.queued = queued;
  }

  @Override
  public MetricSnapshots collect() {
    Series series = new Series();
    watch.kinds().forEach(kind -> KindSeries.add(series, kind));
    process(series, watch.process());
    port(series);
    MetricSnapshots.Builder scrape = MetricSnapshots.builder();
    series.addTo(scrape);
    List<KindWatch> kinds = watch.watched();
    if (!kinds.isEmpty()) {
      scrape
          .metricSnapshot(
              histogram(
                  "portage_source_request_seconds",
                  "Time until an answer of the API was read",
                  kinds,
                  KindWatch::sourceSeconds))
          .metricSnapshot(
              histogram(
                  "portage_write_seconds",
                  "Time until a batch was compared and handed on, or written",
                  kinds,
                  KindWatch::writeSeconds))
          .metricSnapshot(
              histogram(
                  "portage_batch_entities", "Entities in a batch", kinds, KindWatch::batchSizes));
    }
    scrape.metricSnapshot(portSeconds());
    return scrape.build();
  }

  private void process(Series series, ProcessStatus process) {
    for (String result : List.of("complete", "incomplete", "failed", "aborted")) {
      series.counter(
          "portage_runs",
          "Runs by result",
          process.runs().getOrDefault(result, 0L),
          "result",
          result);
    }
    series
        .gauge(
            "portage_up",
            "1; the labels say what runs",
            1,
            "version",
            process.process().version(),
            "identifier",
            process.process().identifier())
        .gauge(
            "portage_run_running",
            "1 while a run goes on",
            process.phase() == RunPhase.IDLE ? 0 : 1)
        .counter("portage_deleted", "Stale entities deleted", process.deleted())
        .gauge(
            "portage_deletion_withheld",
            "1 when the last full run withheld the deletion of what is stale",
            process.deletion().startsWith("withheld") ? 1 : 0)
        .gauge("portage_mapping_mistakes", "Mistakes in the mapping", process.mistakes().size())
        .gauge("portage_upsert_queue_depth", "Batches that wait for Port", queued.getAsInt())
        .time(
            "portage_start_timestamp_seconds",
            "When the process began",
            process.process().started())
        .time(
            "portage_last_complete_timestamp_seconds",
            "When a full run was complete last",
            process.lastComplete())
        .time(
            "portage_next_resync_timestamp_seconds",
            "When a full resync is due",
            process.nextResync());
  }

  private void port(Series series) {
    series
        .gauge(
            "portage_port_up",
            "1 while Port takes our calls",
            watch.process().contact().isGood() ? 1 : 0)
        .gauge(
            "portage_port_requests_in_flight", "Calls to Port under way", watch.port().inFlight());
    watch
        .port()
        .endpoints()
        .forEach(
            (endpoint, seen) -> {
              seen.calls()
                  .answers()
                  .forEach(
                      (status, count) ->
                          series.counter(
                              "portage_port_requests",
                              "Calls to Port by status",
                              count,
                              "endpoint",
                              endpoint,
                              "status",
                              Integer.toString(status)));
              series.counter(
                  "portage_port_retries",
                  "Attempts after the first",
                  seen.calls().retries(),
                  "endpoint",
                  endpoint);
              seen.calls()
                  .waits()
                  .forEach(
                      (reason, time) ->
                          series.counter(
                              "portage_port_wait_seconds",
                              "Time that calls waited",
                              Shown.seconds(time),
                              "endpoint",
                              endpoint,
                              "reason",
                              reason.text()));
            });
  }

  private static HistogramSnapshot histogram(
      String name, String help, List<KindWatch> kinds, Function<KindWatch, Histogram> part) {
    var builder = HistogramSnapshot.builder().name(name).help(help);
    kinds.forEach(
        kind ->
            builder.dataPoint(point(part.apply(kind), Labels.of("kind", kind.identity().slug()))));
    return builder.build();
  }

  private HistogramSnapshot portSeconds() {
    var builder =
        HistogramSnapshot.builder()
            .name("portage_port_request_seconds")
            .help("Time until an answer of Port was read");
    watch
        .port()
        .endpoints()
        .forEach(
            (endpoint, seen) ->
                builder.dataPoint(point(seen.seconds(), Labels.of("endpoint", endpoint))));
    return builder.build();
  }

  private static HistogramDataPointSnapshot point(Histogram histogram, Labels labels) {
    var buckets = ClassicHistogramBuckets.builder();
    List<Long> counts = histogram.counts();
    for (int i = 0; i < counts.size(); i++) {
      boolean last = i == counts.size() - 1;
      buckets.bucket(last ? Double.POSITIVE_INFINITY : histogram.bounds().get(i), counts.get(i));
    }
    return HistogramDataPointSnapshot.builder()
        .classicHistogramBuckets(buckets.build())
        .sum(histogram.sum())
        .labels(labels)
        .build();
  }
}
