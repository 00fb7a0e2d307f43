package dev.portage.route.observe;

import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.CallCounts;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is measured of a kind. */
final class KindSeries {
  private KindSeries() {}

  /** Adds all of it. */
  static void add(Series series, KindStatus status) {
    String slug = status.kind().slug();
    counts(series, status.totals(), slug);
    calls(series, status.calls(), slug);
    times(series, status, slug);
    for (KindState state : KindState.values()) {
      series.gauge(
          "portage_kind_state",
          "1 for the state in which the kind is",
          status.state() == state ? 1 : 0,
          "kind",
          slug,
          "state",
          state.text());
    }
    series
        .gauge("portage_requests_in_flight", "Requests under way", status.inFlight(), "kind", slug)
        .gauge(
            "portage_stale_entities",
            "Stale entities of its blueprint in the last full run",
            status.deletion().stale(),
            "kind",
            slug)
        .gauge(
            "portage_deleted_entities",
            "Of these, deleted",
            status.deletion().deleted(),
            "kind",
            slug);
  }

  private static void counts(Series series, KindCounts counts, String slug) {
    series
        .counter("portage_pages", "Pages read", counts.pages(), "kind", slug)
        .counter("portage_batches", "Batches that went to Port", counts.batches(), "kind", slug)
        .counter("portage_items_read", "Items read", counts.read(), "kind", slug)
        .counter(
            "portage_items_mapped", "Items that became an entity", counts.mapped(), "kind", slug);
    outcomes(counts)
        .forEach(
            (outcome, count) ->
                series.counter(
                    "portage_items",
                    "Items by what became of them; the outcomes add up to the items read",
                    count,
                    "kind",
                    slug,
                    "outcome",
                    outcome));
  }

  private static Map<String, Long> outcomes(KindCounts counts) {
    Map<String, Long> outcomes = new LinkedHashMap<>();
    outcomes.put("filtered", counts.filtered());
    outcomes.put("skipped", counts.skipped());
    outcomes.put("unchanged", counts.unchanged());
    outcomes.put("created", counts.created());
    outcomes.put("updated", counts.updated());
    outcomes.put("rejected", counts.rejected());
    outcomes.put("unmatched", counts.unmatched());
    outcomes.put("failed", counts.failed());
    return outcomes;
  }

  private static void calls(Series series, CallCounts calls, String slug) {
    calls
        .answers()
        .forEach(
            (status, count) ->
                series.counter(
                    "portage_requests",
                    "Requests to the API by status of the answer; 0 stands for none",
                    count,
                    "kind",
                    slug,
                    "status",
                    Integer.toString(status)));
    series.counter("portage_retries", "Attempts after the first", calls.retries(), "kind", slug);
    calls
        .waits()
        .forEach(
            (reason, time) ->
                series.counter(
                    "portage_wait_seconds",
                    "Time that work waited, by reason",
                    Shown.seconds(time),
                    "kind",
                    slug,
                    "reason",
                    reason.text()));
  }

  private static void times(Series series, KindStatus status, String slug) {
    Instant complete = status.lastComplete();
    series
        .gauge(
            "portage_kind_duration_seconds",
            "Duration of the run going on, else of the last one",
            Shown.seconds(status.pass().duration()),
            "kind",
            slug)
        .time(
            "portage_kind_last_complete_timestamp_seconds",
            "When the kind was complete last",
            complete,
            "kind",
            slug)
        .time(
            "portage_kind_next_run_timestamp_seconds",
            "When the kind is due by a schedule",
            status.nextRun(),
            "kind",
            slug);
    if (complete != null) {
      series.gauge(
          "portage_kind_age_seconds",
          "Seconds since the kind was complete last",
          Shown.seconds(Duration.between(complete, Instant.now())),
          "kind",
          slug);
    }
  }
}
