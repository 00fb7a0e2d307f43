package dev.portage.route.observe;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedPerformanceCounterMBean;
import org.jspecify.annotations.Nullable;

/**
 * Camel's metrics of every route and of all of them together, under the names and with the labels
 * of camel-micrometer's route policy. They are read from the counters of Camel's MBeans when
 * somebody scrapes: a policy counts a second time in each exchange, and hangs a property on it that
 * is copied for every item (ADR 0016). None where Camel's JMX is switched off.
 */
final class RouteMetrics implements MultiCollector {
  private static final String TIME = "camel_route_policy_seconds";
  private static final String HELP = "Time that exchanges spent in a route";
  private static final double MILLIS = 1000.0;

  private final CamelContext context;

  /** Of the routes of a context. */
  RouteMetrics(CamelContext context) {
    this.context = context;
  }

  @Override
  public MetricSnapshots collect() {
    Series series = new Series();
    SummarySnapshot.Builder times = SummarySnapshot.builder().name(TIME).help(HELP);
    ManagedCamelContext management =
        context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    if (management != null) {
      add(series, times, labels("context", ""), management.getManagedCamelContext());
      for (Route route : context.getRoutes()) {
        String id = route.getRouteId();
        add(series, times, labels("route", id), management.getManagedRoute(id));
      }
    }
    MetricSnapshots.Builder scrape = MetricSnapshots.builder();
    series.addTo(scrape);
    return scrape.metricSnapshot(times.build()).build();
  }

  private String[] labels(String event, String route) {
    return new String[] {
      "camelContext", context.getName(), "eventType", event, "kind", "CamelRoute", "routeId", route
    };
  }

  /**
   * Adds what was counted.
   *
   * @param counted null for a route that is going just now
   */
  private static void add(
      Series series,
      SummarySnapshot.Builder times,
      String[] labels,
      @Nullable ManagedPerformanceCounterMBean counted) {
    if (counted == null) {
      return;
    }
    long succeeded = counted.getExchangesCompleted();
    long failed = counted.getExchangesFailed();
    series
        .counter("camel_exchanges", "Exchanges that ended", succeeded + failed, labels)
        .counter("camel_exchanges_succeeded", "Exchanges that succeeded", succeeded, labels)
        .counter("camel_exchanges_failed", "Exchanges that failed", failed, labels)
        .counter(
            "camel_exchanges_failures_handled",
            "Failures that a route handled",
            counted.getFailuresHandled(),
            labels)
        .counter(
            "camel_exchanges_external_redeliveries",
            "Exchanges that an outside system delivered again",
            counted.getExternalRedeliveries(),
            labels)
        .gauge(
            TIME + "_max",
            "Longest time that an exchange spent in a route",
            counted.getMaxProcessingTime() / MILLIS,
            labels);
    times.dataPoint(
        SummaryDataPointSnapshot.builder()
            .count(succeeded + failed)
            .sum(counted.getTotalProcessingTime() / MILLIS)
            .labels(Labels.of(labels))
            .build());
  }
}
