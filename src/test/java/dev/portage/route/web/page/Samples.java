package dev.portage.route.web.page;

import dev.portage.mapping.ExpressionReport;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.CallCounts;
import dev.portage.route.watch.EndedRun;
import dev.portage.route.watch.KindDeletion;
import dev.portage.route.watch.KindIdentity;
import dev.portage.route.watch.KindPass;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.PastPass;
import dev.portage.route.watch.PastRequest;
import dev.portage.route.watch.PortContact;
import dev.portage.route.watch.ProcessIdentity;
import dev.portage.route.watch.ProcessStatus;
import dev.portage.route.watch.RunPhase;
import dev.portage.route.watch.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moments to be shown. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final KindCounts NOTHING = new KindCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private Samples() {}

  /** A process in which nothing has run. */
  static Snapshot fresh() {
    return new Snapshot(status(RunPhase.IDLE, null, List.of()), List.of(), NOW);
  }

  /** A process whose runs are over. */
  static Snapshot idle(KindStatus... kinds) {
    EndedRun run =
        new EndedRun(
            "5b0c6a3e-16a8-4b0e-9a55-0f3c1d2e4f60",
            false,
            NOW.minusSeconds(242),
            NOW.minusSeconds(200),
            "incomplete",
            List.of("/teams: GET /api/teams, page 3: answered 500; expected 2xx"),
            "resync: incomplete\n  kind  read\n  /teams  10");
    return new Snapshot(status(RunPhase.IDLE, run, List.of()), List.of(kinds), NOW);
  }

  /** A process in the midst of a run. */
  static Snapshot running(KindStatus... kinds) {
    return new Snapshot(status(RunPhase.READING, null, List.of()), List.of(kinds), NOW);
  }

  /** A process with mistakes in its mapping. */
  static Snapshot mistaken(String... mistakes) {
    return new Snapshot(status(RunPhase.IDLE, null, List.of(mistakes)), List.of(), NOW);
  }

  /** A process that cannot reach Port. */
  static Snapshot unreachable(String failure) {
    ProcessStatus status =
        status(RunPhase.IDLE, null, List.of(), new PortContact(false, null, failure));
    return new Snapshot(status, List.of(), NOW);
  }

  private static ProcessStatus status(
      RunPhase phase, @Nullable EndedRun last, List<String> mistakes) {
    return status(phase, last, mistakes, new PortContact(true, NOW.minusSeconds(3), null));
  }

  private static ProcessStatus status(
      RunPhase phase, @Nullable EndedRun last, List<String> mistakes, PortContact contact) {
    boolean idle = phase == RunPhase.IDLE;
    return new ProcessStatus(
        new ProcessIdentity(
            "1.0.0",
            "acme-services",
            "https://api.acme.example",
            "https://api.getport.io",
            "polling every 60 s",
            "/ocean",
            NOW.minusSeconds(90_000)),
        "127.0.0.1:8000",
        phase,
        idle ? "" : "0f3c1d2e",
        idle ? null : NOW.minusSeconds(12),
        last,
        null,
        Map.of("complete", 3L),
        NOTHING,
        7,
        "withheld: the run is not proven complete: /teams: GET /api/teams, page 3: answered 500;"
            + " expected 2xx",
        mistakes,
        contact,
        NOW.plusSeconds(3_400));
  }

  /** A kind that has not run. */
  static KindStatus waiting(String slug, String name) {
    return kind(slug, name, KindState.WAITING, pass(null, null, NOTHING, List.of()), 0);
  }

  /** A kind that is over. */
  static KindStatus complete(String slug, String name, long read) {
    KindCounts counts =
        new KindCounts(12, 9, read, read / 8, 2, 0, read - read / 8 - 2, read / 2, 40, 18, 0, 0, 0);
    KindPass pass = pass(NOW.minusSeconds(240), NOW.minusSeconds(205), counts, List.of());
    return kind(slug, name, KindState.COMPLETE, pass, 20);
  }

  /** A kind that ran before, and was left out of the last run. */
  static KindStatus leftOut(String slug, String name) {
    return kind(slug, name, KindState.PAUSED, pass(null, null, NOTHING, List.of()), 2);
  }

  /** A kind in which something is missing. */
  static KindStatus incomplete(String slug, String name, String... reasons) {
    KindCounts counts = new KindCounts(3, 1, 10, 1, 1, 1, 8, 4, 1, 1, 1, 0, 1);
    KindPass pass = pass(NOW.minusSeconds(240), NOW.minusSeconds(238), counts, List.of(reasons));
    return kind(slug, name, KindState.INCOMPLETE, pass, 7);
  }

  /** A kind in another state. */
  static KindStatus in(KindState state, String slug, String name) {
    KindCounts counts = new KindCounts(4, 2, 1200, 100, 0, 0, 1100, 900, 12, 0, 0, 0, 0);
    return kind(slug, name, state, pass(NOW.minusSeconds(8), null, counts, List.of()), 3);
  }

  private static KindPass pass(
      @Nullable Instant start, @Nullable Instant end, KindCounts counts, List<String> reasons) {
    boolean begun = start != null;
    return new KindPass(
        start,
        end,
        counts,
        new CallCounts(
            Map.of(200, 12L),
            1,
            begun
                ? Map.of(WaitReason.RATE_LIMIT, Duration.ofMillis(12_340))
                : Map.<WaitReason, Duration>of()),
        reasons,
        begun ? List.of("identifier is null", "selector.query fails: null has no keys") : List.of(),
        begun
            ? List.of("payments of service: 422 invalid_request: property tier: expected a number")
            : List.of(),
        begun
            ? List.of(
                new ExpressionReport.Line(
                    "resources[0].port.entity.mappings.properties.owner",
                    ".owner.email",
                    12,
                    0,
                    null),
                new ExpressionReport.Line(
                    "resources[0].port.entity.mappings.properties.tier",
                    ".tier | tonumber",
                    0,
                    3,
                    "string (\"gold\") cannot be parsed as a number"))
            : List.of());
  }

  private static KindStatus kind(
      String slug, String name, KindState state, KindPass pass, int laps) {
    List<PastPass> history = new ArrayList<>();
    for (int i = 0; i < laps; i++) {
      history.add(
          new PastPass(
              NOW.minusSeconds(3_600L * (laps - i)),
              Duration.ofMillis(30_000 + 700L * (i * 37 % 11)),
              i % 9 == 5 ? KindState.INCOMPLETE : KindState.COMPLETE,
              1_000 + i));
    }
    PastRequest fine =
        new PastRequest(
            NOW.minusSeconds(206),
            "GET",
            "/api/v1/{team}/members",
            2,
            200,
            Duration.ofMillis(84),
            1);
    PastRequest limited =
        new PastRequest(
            NOW.minusSeconds(207),
            "GET",
            "/api/v1/{team}/members",
            1,
            429,
            Duration.ofMillis(31),
            2);
    return new KindStatus(
        new KindIdentity(
            slug,
            0,
            name,
            "service",
            "GET",
            "/api/v1/{team}/members",
            "GET " + name + " where true becomes service"),
        state,
        pass,
        pass.counts(),
        pass.calls(),
        0,
        history,
        laps == 0 ? List.of() : List.of(limited, fine),
        laps == 0 ? KindDeletion.NONE : new KindDeletion(3, 0, "the run is not proven complete"),
        null,
        NOW.plusSeconds(600));
  }

  /** A route with a step inside another. */
  static List<RouteNode> route() {
    RouteNode call = new RouteNode("call-source", "to", "", 12, 1, 84, List.of());
    RouteNode filter =
        new RouteNode(
            "filter",
            "filter",
            "selector.query: true maps the item, false drops it",
            9_000,
            0,
            0,
            List.of(
                new RouteNode("transform", "setBody", "item to entity", 7_800, 0, 0, List.of())));
    RouteNode items =
        new RouteNode(
            "items",
            "split",
            "",
            12,
            0,
            40,
            List.of(
                new RouteNode(
                    "enrich",
                    "setBody",
                    "path parameters: __name, and name where the item has none",
                    9_000,
                    0,
                    0,
                    List.of()),
                filter));
    RouteNode loop =
        new RouteNode("until-last-page", "loop", "", 3, 0, 1_200, List.of(call, items));
    return List.of(
        new RouteNode(
            "each-endpoint",
            "split",
            "one, or one for each combination of path parameter values",
            1,
            0,
            3_600,
            List.of(loop)),
        new RouteNode(
            "await-upserts",
            "setBody",
            "the kind is over when its last batch is",
            1,
            0,
            200,
            List.of()));
  }
}
