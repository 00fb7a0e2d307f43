package dev.portage.sink;

import static dev.portage.sink.Entities.json;

import dev.portage.http.Secret;
import dev.portage.sink.PortShapesTest.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of {@link PortShapesTest} for what tells of a run. */
final class StatusShapes {
  private static final PortApi API =
      new PortApi(
          "https://api.getport.io", "id-123", new Secret("s3cret"), "custom", "acme-hr", "1.0.0");
  private static final String RUN = "0d1f4a52-97c1-4f5e-8a0b-6a2f4d1d7e11";
  private static final Instant TIME = Instant.parse("2026-08-20T10:00:00.123456Z");

  private StatusShapes() {}

  private static KindMetrics users() {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    counts.put("extract", Map.of("raw_extracted", 120L));
    counts.put("transform", Map.of("transformed", 118L, "filtered_out", 2L, "failed", 0L));
    counts.put("load", Map.of("loaded", 20L, "skipped", 98L, "failed", 0L));
    return new KindMetrics(
        SyncedKind.of("/api/v1/users", 0, "\"user\""),
        SyncState.SYNCING,
        Duration.ofMillis(3200),
        counts,
        new Peak(1000, 12.34));
  }

  private static KindMetrics pseudo(
      SyncedKind kind, SyncState state, Map<String, Map<String, Long>> counts) {
    return new KindMetrics(kind, state, Duration.ofSeconds(1), counts, Peak.UNKNOWN);
  }

  static Stream<Row> rows() {
    SyncEvent event = new SyncEvent(RUN, "OnPrem");
    String metrics = "https://ingest.getport.io/metrics/acme";
    KindMetrics deletion =
        pseudo(
            SyncedKind.RECONCILIATION,
            SyncState.COMPLETED,
            Map.of("delete", Map.of("deleted", 7L)));
    KindMetrics runtime = pseudo(SyncedKind.RUNTIME, SyncState.ABORTED, Map.of());
    LogRecord inRun =
        new LogRecord(
            TIME,
            "INFO",
            "Resync was triggered",
            Map.of(
                "event_id", RUN,
                "resource_kind", "/api/v1/users",
                "index", "0",
                "etl_phase", "extract"));
    LogRecord outside =
        new LogRecord(
            Instant.parse("2026-08-20T10:00:00Z"), "WARNING", "Started", Map.of("other", "x"));
    return Stream.of(
        new Row(
            "sync-metrics",
            API.status().syncMetrics(metrics, event, List.of(users(), deletion, runtime))),
        new Row("sync-metrics-kind", API.status().kindMetrics(metrics, event, users())),
        new Row("heartbeat", API.status().heartbeat(metrics, RUN)),
        new Row(
            "examples",
            API.status().examples("/api/my users", List.of(json("{'id':1}"), json("{'id':2}")))),
        new Row(
            "logs",
            API.status()
                .logs(
                    "https://ingest.getport.io/logs/acme",
                    new LogOrigin("pod-1", RUN),
                    List.of(inRun, outside))),
        new Row("metrics-webhook", API.status().webhook("https://acme.test/hook", event, users())));
  }
}
