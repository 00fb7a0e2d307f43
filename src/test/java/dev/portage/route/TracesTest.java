package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import dev.portage.reconcile.RunResult;
import dev.portage.route.Collector.Spanned;
import dev.portage.sink.local.FlakyPort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of OpenTelemetry is told of a run. */
@Tag("slow")
class TracesTest {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  @TempDir Path directory;

  private final Collector collector = new Collector();

  @AfterEach
  void end() {
    collector.close();
  }

  @Test
  void aFlatKindIsOneTraceOfPagesCallsAndBatches() throws Exception {
    try (World world = world()) {
      world.set("PAGINATION_TYPE", "page").set("PAGE_SIZE", "2");
      world.api().on("/teams", asked -> Told.json(asked.page() == 1 ? items(1, 2) : items(3, 3)));
      world.map(Kind.of("/teams", "team"));

      List<Spanned> spans = run(world);

      Spanned kind = only(spans, "kind /teams");
      assertThat(kind.parent()).isEmpty();
      assertThat(kind.error()).isFalse();
      assertThat(kind.attributes())
          .containsEntry("portage.kind", "/teams")
          .containsEntry("portage.state", "complete")
          .containsEntry("portage.count.pages", 2L)
          .containsEntry("portage.count.read", 3L)
          .containsEntry("portage.count.created", 3L)
          .containsKey("portage.run");
      assertThat(tree(spans, kind))
          .containsExactlyInAnyOrder(
              "kind /teams > page",
              "kind /teams > page > GET /teams",
              "kind /teams > page",
              "kind /teams > page > GET /teams",
              "kind /teams > batch",
              "kind /teams > comparison",
              "kind /teams > comparison > POST /v1/entities/search",
              "kind /teams > batch > POST /v1/blueprints/{}/entities/bulk");
      assertThat(named(spans, "GET /teams"))
          .extracting(call -> call.get("portage.page"))
          .containsExactly(1L, 2L);
      assertThat(named(spans, "GET /teams"))
          .allSatisfy(
              call ->
                  assertThat(call.attributes())
                      .containsEntry("http.response.status_code", 200L)
                      .containsEntry("http.request.method", "GET")
                      .containsEntry("url.template", "/teams")
                      .containsEntry("portage.attempt", 1L));
      assertThat(only(spans, "batch").attributes())
          .containsEntry("portage.entities", 3L)
          .containsEntry("portage.count.written", 3L);
      assertThat(only(spans, "POST /v1/blueprints/{}/entities/bulk").get("portage.entities"))
          .isEqualTo(3L);
    }
  }

  @Test
  void whatComesAfterTheKindsIsATraceOfItsOwn() throws Exception {
    try (World world = world()) {
      world.api().on("/teams", items(1, 1));
      world.map(Kind.of("/teams", "team"));

      List<Spanned> spans = run(world);

      Spanned after = only(spans, "reconciliation");
      assertThat(after.parent()).isEmpty();
      assertThat(after.get("portage.run")).isEqualTo(only(spans, "kind /teams").get("portage.run"));
      assertThat(tree(spans, after))
          .isNotEmpty()
          .allMatch(line -> line.startsWith("reconciliation > "));
      // Every trace is whole: no span without its parent.
      Set<String> ids = spans.stream().map(Spanned::id).collect(Collectors.toSet());
      assertThat(spans).allMatch(span -> span.parent().isEmpty() || ids.contains(span.parent()));
    }
  }

  @Test
  void endpointsSideBySideBelongToTheirKind() throws Exception {
    try (World world = world()) {
      world.api().on("/teams", items(1, 12)).on("/users", items(1, 3));
      IntStream.rangeClosed(1, 12)
          .forEach(team -> world.api().on("/teams/" + team + "/members", items(1, 2)));
      IntStream.rangeClosed(1, 3)
          .forEach(user -> world.api().on("/users/" + user + "/keys", items(1, 2)));
      world.map(
          Kind.of("/teams/{t}/members", "member").discovering("t", "/teams"),
          Kind.of("/users/{u}/keys", "key").discovering("u", "/users"));

      List<Spanned> spans = run(world);

      Spanned members = only(spans, "kind /teams/{t}/members");
      assertThat(tree(spans, members))
          .filteredOn(line -> line.endsWith(" > page > GET /teams/{t}/members"))
          .hasSize(12);
      assertThat(tree(spans, members))
          .filteredOn(line -> line.endsWith(" > page > GET /teams"))
          .hasSize(1);
      Spanned keys = only(spans, "kind /users/{u}/keys");
      assertThat(tree(spans, keys))
          .filteredOn(line -> line.endsWith(" > page > GET /users/{u}/keys"))
          .hasSize(3);
      assertThat(tree(spans, keys)).noneMatch(line -> line.contains("teams"));
      // Templates, never values.
      assertThat(spans)
          .noneMatch(span -> span.name().matches(".*/\\d+/.*"))
          .noneMatch(span -> span.attributes().toString().matches(".*/teams/\\d+.*"));
    }
  }

  @Test
  void everyAttemptIsACallAndAFailureHasATypeAndNoMessage() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (World world = world()) {
      world
          .api()
          .on(
              "/teams",
              any ->
                  asked.getAndIncrement() < 2
                      ? Told.status(503).with("Retry-After", "0")
                      : Told.json(items(1, 1)))
          .on("/closed", any -> Told.status(403))
          .on(
              "/broken",
              any -> Told.bytes("text/html", "<b>the-body</b>".getBytes(StandardCharsets.UTF_8)));
      world.map(Kind.of("/teams", "a"), Kind.of("/closed", "b"), Kind.of("/broken", "c"));

      List<Spanned> spans = run(world);

      assertThat(named(spans, "GET /teams"))
          .extracting(call -> call.get("portage.attempt"), call -> call.get("error.type"))
          .containsExactly(tuple(1L, "503"), tuple(2L, "503"), tuple(3L, null));
      Spanned page = parent(spans, named(spans, "GET /teams").get(0));
      assertThat(page.error()).isFalse();
      assertThat(page.get("portage.attempt")).isEqualTo(3L);
      assertThat(only(spans, "GET /closed").error()).isTrue();
      assertThat(parent(spans, only(spans, "GET /closed")).get("http.response.status_code"))
          .isEqualTo(403L);
      assertThat(only(spans, "kind /closed").error()).isTrue();
      assertThat(only(spans, "kind /closed").get("portage.state")).isEqualTo("incomplete");
      assertThat(only(spans, "GET /broken").get("error.type")).isEqualTo("SourceException");
      assertThat(collector.texts()).noneMatch(text -> text.contains("the-body"));
    }
  }

  @Test
  void aLoginBelongsToTheCallThatNeededIt() throws Exception {
    try (World world = world()) {
      world
          .set("AUTH_TYPE", "custom")
          .set("CUSTOM_AUTH_REQUEST", "{\"endpoint\": \"/login\", \"body\": {\"key\": \"k\"}}")
          .set(
              "CUSTOM_AUTH_REQUEST_TEMPLATE",
              "{\"headers\": {\"Authorization\": \"Token {{.t}}\"}}");
      world.api().on("/login", "{\"t\": \"issued\"}").on("/teams", items(1, 1));
      world.map(Kind.of("/teams", "team"));

      List<Spanned> spans = run(world);

      assertThat(tree(spans, only(spans, "kind /teams")))
          .contains("kind /teams > page > GET /teams > POST (login)");
    }
  }

  @Test
  void aBatchThatIsSplitShowsEveryCall() throws Exception {
    FlakyPort flaky = FlakyPort.start();
    flaky.on(
        call -> call.is("/entities/bulk") ? FlakyPort.Fault.answer(422) : FlakyPort.Fault.NONE);
    try (World world = traced(new World(directory, flaky))) {
      world.api().on("/one", items(1, 4));
      world.map(Kind.of("/one", "one"));

      List<Spanned> spans = run(world);

      assertThat(named(spans, "POST /v1/blueprints/{}/entities/bulk"))
          .extracting(call -> call.get("portage.entities"))
          .startsWith(4L, 2L)
          .contains(1L);
      Spanned batch = only(spans, "batch");
      assertThat(named(spans, "POST /v1/blueprints/{}/entities/bulk"))
          .allMatch(call -> call.parent().equals(batch.id()));
    }
  }

  @Test
  void requestsCarryNoHeaderOfTracesUnlessThatIsWanted() throws Exception {
    try (World world = world()) {
      world.api().on("/teams", items(1, 1));
      world.map(Kind.of("/teams", "team"));
      run(world);
      assertThat(world.api().asked("/teams").get(0).header("traceparent")).isEmpty();
    }
    try (World world = world()) {
      world.environment("PORTAGE__TRACES__PROPAGATE", "true");
      world.api().on("/teams", items(1, 1));
      world.map(Kind.of("/teams", "team"));
      List<Spanned> spans = run(world);
      Spanned call = named(spans, "GET /teams").get(1);
      assertThat(world.api().asked("/teams").get(0).header("traceparent"))
          .startsWith("00-" + call.trace() + "-" + call.id() + "-0");
    }
  }

  @Test
  void theProcessHasANameAndHeadersAreSent() throws Exception {
    try (World world = world()) {
      world.environment("OTEL_EXPORTER_OTLP_HEADERS", "api-key=abc%20d");
      world.environment("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=test");
      world.api().on("/teams", items(1, 1));
      world.map(Kind.of("/teams", "team"));
      run(world);
    }
    assertThat(collector.heads())
        .isNotEmpty()
        .allMatch(head -> head.startsWith("/v1/traces "))
        .allMatch(head -> head.contains("[abc d]"));
    assertThat(collector.resource())
        .containsEntry("service.name", "portage")
        .containsEntry("deployment.environment", "test");
  }

  @Test
  void aCollectorThatIsAwayHoldsNothingUp() throws Exception {
    collector.close();
    try (World world = world()) {
      world.api().on("/teams", items(1, 1));
      world.map(Kind.of("/teams", "team"));
      long begin = System.nanoTime();
      assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
      List<String> said =
          Logged.by(
              "dev.portage.route.trace",
              Level.INFO,
              () -> {
                world.stop();
                return null;
              });
      assertThat(said).anyMatch(line -> line.startsWith("WARN Traces: "));
      assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
    }
  }

  private World world() {
    return traced(new World(directory));
  }

  private World traced(World world) {
    return world.environment(ENDPOINT, collector.url());
  }

  /** A whole run and the end of the process, which sends what is left. */
  private List<Spanned> run(World world) throws Exception {
    world.resync();
    world.stop();
    return collector.spans();
  }

  private static String items(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(id -> "{\"id\": \"" + id + "\", \"name\": \"n\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static List<Spanned> named(List<Spanned> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).toList();
  }

  private static Spanned only(List<Spanned> spans, String name) {
    List<Spanned> found = named(spans, name);
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static Spanned parent(List<Spanned> spans, Spanned child) {
    return spans.stream()
        .filter(span -> span.id().equals(child.parent()))
        .findFirst()
        .orElseThrow();
  }

  /** The names on the way down to each span of a trace, but the root. */
  private static List<String> tree(List<Spanned> spans, Spanned root) {
    return spans.stream()
        .filter(span -> span.trace().equals(root.trace()) && !span.id().equals(root.id()))
        .map(span -> path(spans, span))
        .toList();
  }

  private static String path(List<Spanned> spans, Spanned span) {
    return span.parent().isEmpty()
        ? span.name()
        : Stream.of(path(spans, parent(spans, span)), span.name())
            .collect(Collectors.joining(" > "));
  }
}
