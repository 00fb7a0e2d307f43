package dev.portage.route.observe;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by labels under one name each, gathered for one scrape. */
final class Series {
  private final Map<String, One> all = new LinkedHashMap<>();

  /** The values of one name. */
  private record One(boolean counter, String help, Map<Labels, Double> values) {
    MetricSnapshot snapshot(String name) {
      if (counter) {
        var builder = CounterSnapshot.builder().name(name).help(help);
        values.forEach(
            (labels, value) ->
                builder.dataPoint(
                    CounterDataPointSnapshot.builder().value(value).labels(labels).build()));
        return builder.build();
      }
      var builder = GaugeSnapshot.builder().name(name).help(help);
      values.forEach(
          (labels, value) ->
              builder.dataPoint(
                  GaugeDataPointSnapshot.builder().value(value).labels(labels).build()));
      return builder.build();
    }
  }

  /**
   * Adds a value that goes up and down.
   *
   * @param labels names and values in turn
   */
  Series gauge(String name, String help, Number value, String... labels) {
    return add(false, name, help, value, labels);
  }

  /**
   * Adds a number that only grows.
   *
   * @param name without {@code _total}, which is shown
   * @param labels names and values in turn
   */
  Series counter(String name, String help, Number value, String... labels) {
    return add(true, name, help, value, labels);
  }

  private Series add(boolean counter, String name, String help, Number value, String... labels) {
    all.computeIfAbsent(name, any -> new One(counter, help, new LinkedHashMap<>()))
        .values()
        .put(Labels.of(labels), value.doubleValue());
    return this;
  }

  /** Adds a time as seconds since 1970; nothing for none. */
  Series time(String name, String help, @Nullable Instant time, String... labels) {
    return time == null ? this : gauge(name, help, time.toEpochMilli() / 1000.0, labels);
  }

  void addTo(MetricSnapshots.Builder scrape) {
    all.forEach((name, one) -> scrape.metricSnapshot(one.snapshot(name)));
  }
}
