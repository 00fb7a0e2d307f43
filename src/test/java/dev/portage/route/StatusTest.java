package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portage.http.Secret;
import dev.portage.reconcile.RunResult;
import dev.portage.route.kind.ExpressionSteps;
import dev.portage.route.run.Ending;
import dev.portage.route.status.LogBuffer;
import dev.portage.route.status.StatusSteps;
import dev.portage.sink.local.Call;
import dev.portage.sink.local.Refusals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Port shows of a run is what happened, and telling it is in nobody's way. */
@Tag("slow")
class StatusTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Kind USERS = Kind.of("/users", "user").selecting(".hidden != true");

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void start() {
    world = new World(directory);
    world.map(USERS);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void theCountsAreThoseOfWhatWasReadAndWritten() throws Exception {
    // Given a catalog filled by a first run
    world.api().on("/users", "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}, {\"id\": 4}]");
    world.resync();
    world.told().clear();

    // When in the second run two are as they were, one has changed, one is new and one is gone; one
    // is filtered, one has no identifier, and one has an identifier that Port refuses
    world
        .api()
        .on(
            "/users",
            """
            [{"id": 1}, {"id": 2}, {"id": 3, "name": "new"}, {"id": 5}, {"id": 6, "hidden": true},
             {"name": "nobody"}, {"id": "not allowed"}]""");
    Ending ending = world.resync();

    // Then
    assertThat(world.identifiers("user")).containsExactly("1", "2", "3", "5");
    JsonNode last = lastOf("/users-0");
    assertThat(last.path("syncState").asText()).isEqualTo("failed");
    JsonNode phases = last.at("/metrics/phase");
    assertThat(count(phases, "extract", "raw_extracted")).isEqualTo(7);
    assertThat(count(phases, "transform", "transformed")).isEqualTo(5);
    assertThat(count(phases, "transform", "filtered_out")).isEqualTo(2);
    assertThat(count(phases, "transform", "failed")).isZero();
    assertThat(count(phases, "load", "loaded")).isEqualTo(2);
    assertThat(count(phases, "load", "skipped")).isEqualTo(2);
    assertThat(count(phases, "load", "failed")).isEqualTo(1);
    JsonNode deletion = lastOf("__reconciliation__");
    assertThat(deletion.path("syncState").asText()).isEqualTo("completed");
    assertThat(count(deletion.at("/metrics/phase"), "delete", "deleted")).isEqualTo(1);
    assertThat(lastOf("__runtime__").path("syncState").asText()).isEqualTo("failed");
    assertThat(ending.result()).isInstanceOf(RunResult.Incomplete.class);
  }

  @Test
  void everyKindIsShownFromItsBeginToItsEnd() throws Exception {
    // Given
    world.map(
        USERS, Kind.of("/a b", "thing"), Kind.of("/broken", "broken").selecting(". | nosuch("));
    world.api().on("/users", "[{\"id\": 1}]").on("/a%20b", "[]").on("/a b", "[]");

    // When
    world.resync();

    // Then
    assertThat(states("/users-0")).containsExactly("pending", "syncing", "completed");
    assertThat(states("/a b-1")).containsExactly("pending", "syncing", "completed");
    assertThat(states("/broken-2")).containsExactly("failed");
    assertThat(states("__reconciliation__")).containsExactly("syncing", "failed");
    assertThat(states("__runtime__")).containsExactly("syncing", "failed");
    assertThat(events().map(event -> event.path("eventId").asText()).distinct()).hasSize(1);
    List<String> paths =
        metricCalls().map(call -> call.method() + " " + last(call, 2)).distinct().toList();
    assertThat(paths.get(0)).isEqualTo("POST local/syncMetrics");
    assertThat(paths)
        .contains("PUT kind//users-0", "PUT kind//a b-1", "PUT kind/__reconciliation__");
    assertThat(metricCalls().reduce((a, b) -> b).orElseThrow().method()).isEqualTo("POST");
  }

  @Test
  void twoMappingsOfOneResourceAreTwoKindsForPort() throws Exception {
    Files.writeString(
        directory.resolve("mapping.yaml"),
        """
        resources:
          - kind: /users
            selector: {query: 'true'}
            port:
              entity:
                mappings:
                  - {identifier: .id, blueprint: '"user"'}
                  - {identifier: .id, blueprint: '"account"'}
          - kind: /more
            selector: {query: 'true'}
            port: {entity: {mappings: {identifier: .id, blueprint: '"more"'}}}
        """);
    world.api().on("/users", "[{\"id\": 1}]").on("/more", "[]");

    world.resync();

    assertThat(states("/users-0")).containsExactly("pending", "syncing", "completed");
    assertThat(states("/more-1")).containsExactly("pending", "syncing", "completed");
    assertThat(states("/users-2")).containsExactly("pending", "syncing", "completed");
    assertThat(lastOf("/users-2").path("blueprint").asText()).isEqualTo("\"account\"");
  }

  @Test
  void theCountsOfWhatIsWrittenAtTheEndAreToldAtTheEnd() throws Exception {
    // Given entities that lack what they refer to until the end of the run
    Files.writeString(
        directory.resolve("mapping.yaml"),
        """
        createMissingRelatedEntities: false
        resources:
          - kind: /users
            selector: {query: 'true'}
            port:
              entity:
                mappings: {identifier: .id, blueprint: '"user"', relations: {boss: .boss}}
        """);
    world
        .catalog()
        .define(
            MAPPER.readTree(
                """
                [{"identifier": "user", "title": "User", "schema": {"properties": {}},
                  "relations": {"boss": {"target": "user", "many": false, "required": false}}}]"""));
    world.api().on("/users", "[{\"id\": \"1\", \"boss\": \"2\"}, {\"id\": \"2\", \"boss\": null}]");

    // When
    Ending ending = world.resync();

    // Then
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(count(lastOf("/users-0").at("/metrics/phase"), "load", "loaded")).isEqualTo(2);
    assertThat(lastOf("__runtime__").path("syncState").asText()).isEqualTo("completed");
  }

  @Test
  void anExpressionThatGivesNothingIsToldOnceAndIsAnErrorWherePortNeedsIt() throws Exception {
    // Given a blueprint that requires one of two properties
    Files.writeString(
        directory.resolve("mapping.yaml"),
        """
        resources:
          - kind: /users
            selector: {query: .id != 4}
            port:
              entity:
                mappings:
                  identifier: .id | tostring
                  blueprint: '"user"'
                  properties: {email: .email, age: .age, name: .name}
        """);
    world
        .catalog()
        .define(
            MAPPER.readTree(
                """
                [{"identifier": "user", "title": "User", "schema": {"required": ["email"],
                  "properties": {"email": {"type": "string"}, "age": {"type": "number"},
                  "name": {"type": "string"}}}}]"""));
    world
        .api()
        .on(
            "/users",
            """
            [{"id": 1, "email": "a@b.c", "name": "x"}, {"id": 2, "name": "y"},
             {"id": 3, "email": "a@b.c", "age": 3, "name": "z"}, {"id": 4}]""");

    // When
    List<String> lines = Logged.by(ExpressionSteps.class, world::resync);

    // Then
    assertThat(lines)
        .containsExactly(
            "ERROR kind /users (resources[0]): properties.email gave null for 1 of 3 items: .email;"
                + " the blueprint requires it",
            "WARN kind /users (resources[0]): properties.age gave null for 2 of 3 items: .age");
  }

  @Test
  void theFirstFiveItemsAreShownWithoutSecrets() throws Exception {
    // Given
    world.masker().hide(List.of(new Secret("the-canary")));
    world.map(
        Kind.of("/users", "user")
            .with("data_path: .items", "pagination: {type: page, page_size: 3}"));
    world
        .api()
        .on(
            "/users",
            asked ->
                Told.json(
                    """
                    {"has_more": %s, "items": [{"id": "%da", "note": "the-canary", "password": "x"},
                     {"id": "%db"}, {"id": "%dc"}]}"""
                        .formatted(asked.page() < 3, asked.page(), asked.page(), asked.page())));

    // When
    world.resync();

    // Then
    List<JsonNode> items = new ArrayList<>();
    world.told().stream()
        .filter(call -> call.path().contains("examples"))
        .peek(call -> assertThat(call.path()).contains("kinds", "/users"))
        .forEach(call -> body(call).path("examples").forEach(items::add));
    assertThat(items)
        .extracting(item -> item.path("id").asText())
        .containsExactly("1a", "1b", "1c", "2a", "2b");
    assertThat(items.get(0))
        .isEqualTo(
            MAPPER.readTree(
                "{\"id\": \"1a\", \"note\": \"[REDACTED]\", \"password\": \"[REDACTED]\"}"));
  }

  @Test
  void examplesCanBeSwitchedOff() throws Exception {
    world.environment("OCEAN__SEND_RAW_DATA_EXAMPLES", "false");
    world.api().on("/users", "[{\"id\": 1}]");

    world.resync();

    assertThat(world.told()).isNotEmpty().noneMatch(call -> call.path().contains("examples"));
  }

  @Test
  void aPortThatNeverAnswersThisHoldsUpNobody() throws Exception {
    // Given metrics that are taken and never answered
    CountDownLatch never = new CountDownLatch(1);
    world.whileTelling(call -> await(never));
    world.api().on("/users", "[{\"id\": 1}]");

    // When
    long begun = System.nanoTime();
    Ending ending = world.resync();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    long closing = System.nanoTime();
    world.close();
    Duration closed = Duration.ofNanos(System.nanoTime() - closing);
    never.countDown();

    // Then
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(took).isLessThan(StatusSteps.LAST_WORDS.plusSeconds(12));
    assertThat(closed).isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void aPortThatRefusesThisFailsNoRun() throws Exception {
    world.whileTelling(
        call -> {
          throw new IllegalStateException("no metrics today");
        });
    world.api().on("/users", "[{\"id\": 1}]");

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(Jmx.node("status/call-status", "ExchangesFailed")).isPositive();
  }

  @Test
  void anEndThatDidNotArriveIsToldAgainAtTheEndOfTheRun() throws Exception {
    // Given a Port that takes no end of a kind, and takes the end of the run in its second attempt
    AtomicBoolean turnedAway = new AtomicBoolean();
    world.whileTelling(
        call -> {
          boolean end = new String(call.body(), StandardCharsets.UTF_8).contains("\"completed\"");
          if (end && (call.method().equals("PUT") || !turnedAway.getAndSet(true))) {
            throw Refusals.of(503);
          }
        });
    world.api().on("/users", "[{\"id\": 1}]");

    // When
    world.resync();

    // Then
    assertThat(turnedAway).isTrue();
    assertThat(lastOf("/users-0").path("syncState").asText()).isEqualTo("completed");
    assertThat(lastOf("__reconciliation__").path("syncState").asText()).isEqualTo("completed");
    assertThat(lastOf("__runtime__").path("syncState").asText()).isEqualTo("completed");
  }

  @Test
  void aStoppedRunIsShownAsAborted() throws Exception {
    // Given a kind in the middle of its listing, and one that has not begun
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Kind next = Kind.of("/next", "user");
    world.map(USERS, next);
    world
        .api()
        .on(
            "/users",
            any -> {
              asked.countDown();
              await(stopped);
              return Told.json("[{\"id\": 1}]");
            });
    Portage portage = world.start(LogBuffer.off());
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

    // When
    portage.close();
    stopped.countDown();

    // Then
    assertThat(states("/users-0")).startsWith("pending", "syncing").endsWith("aborted");
    assertThat(states("/next-1")).startsWith("pending").endsWith("aborted");
    assertThat(states("__reconciliation__")).containsExactly("aborted");
    assertThat(states("__runtime__")).containsExactly("syncing", "aborted");
  }

  @Test
  void aRunGivesSignsOfLife() throws Exception {
    world.environment("OCEAN__STATUS_HEARTBEAT_INTERVAL_SECONDS", "1");
    CountDownLatch alive = new CountDownLatch(2);
    world.whileTelling(
        call -> {
          if (call.path().contains("heartbeat")) {
            alive.countDown();
          }
        });
    world
        .api()
        .on(
            "/users",
            any -> {
              await(alive);
              return Told.json("[{\"id\": 1}]");
            });

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    List<JsonNode> beats =
        world.told().stream()
            .filter(call -> call.path().contains("heartbeat"))
            .map(StatusTest::body)
            .toList();
    assertThat(beats).hasSizeGreaterThanOrEqualTo(2);
    String run = lastOf("__runtime__").path("eventId").asText();
    assertThat(beats).allMatch(beat -> beat.path("eventId").asText().equals(run));
    assertThat(lastOf("/users-0").at("/metrics/memory_max_bytes").asLong()).isPositive();
  }

  @Test
  void metricsGoToAnAddressOfOnesOwnWithoutTheToken() throws Exception {
    // Given
    world
        .environment("OCEAN__METRICS__ENABLED", "true")
        .environment("OCEAN__METRICS__WEBHOOK_URL", world.api().url() + "/hook?key=1");
    world.api().on("/users", "[{\"id\": 1}]").on("/hook", "{}");

    // When
    world.resync();

    // Then as many events as Port was told of, none of them signed
    List<Asked> hooked = world.api().asked("/hook");
    assertThat(hooked).hasSameSizeAs(events().toList());
    assertThat(hooked)
        .allSatisfy(asked -> assertThat(asked.headers()).doesNotContainKey("authorization"))
        .allSatisfy(asked -> assertThat(asked.query()).isEqualTo("key=1"));
  }

  @Test
  void linesOfTheLogAreShippedWithoutSecrets() throws Exception {
    // Given lines from before Port's address was known
    world.masker().hide(List.of(new Secret("the-canary")));
    LogBuffer logs = new LogBuffer(1000);
    IntStream.range(0, 130)
        .forEach(
            n ->
                logs.add(
                    Instant.now(), "INFO", "line " + n + " the-canary", Map.of("event_id", "e")));
    world.api().on("/users", "[{\"id\": 1}]");

    // When
    Portage portage = world.start(logs);
    world.ending();
    logs.add(Instant.now(), "ERROR", "the last one", Map.of());
    portage.close();

    // Then
    List<JsonNode> lines = new ArrayList<>();
    world.told().stream()
        .filter(call -> String.join("/", call.path()).equals("ingest/log/local"))
        .forEach(call -> body(call).path("logs").forEach(lines::add));
    assertThat(lines).hasSize(131);
    assertThat(lines.get(0).path("message").asText()).isEqualTo("line 0 [REDACTED]");
    assertThat(lines.get(130).path("message").asText()).isEqualTo("the last one");
    assertThat(lines)
        .extracting(line -> line.at("/extra/instance").asText())
        .containsOnly(lines.get(0).at("/extra/instance").asText());
  }

  private Stream<Call> metricCalls() {
    return world.told().stream().filter(call -> call.path().contains("syncMetrics"));
  }

  /** All events in the order in which they arrived. */
  private Stream<JsonNode> events() {
    return metricCalls()
        .map(StatusTest::body)
        .flatMap(
            body -> {
              List<JsonNode> all = new ArrayList<>();
              body.path("syncKindsMetrics").forEach(all::add);
              if (body.has("syncKindMetrics")) {
                all.add(body.path("syncKindMetrics"));
              }
              return all.stream();
            });
  }

  private List<String> states(String identifier) {
    return events()
        .filter(event -> event.path("kindIdentifier").asText().equals(identifier))
        .map(event -> event.path("syncState").asText())
        .toList();
  }

  private JsonNode lastOf(String identifier) {
    return events()
        .filter(event -> event.path("kindIdentifier").asText().equals(identifier))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static long count(JsonNode phases, String phase, String type) {
    JsonNode counted = phases.path(phase).path("object_count_type").path(type).path("object_count");
    assertThat(counted.isIntegralNumber()).as(phase + " " + type).isTrue();
    return counted.asLong();
  }

  private static String last(Call call, int segments) {
    List<String> path = call.path();
    return String.join("/", path.subList(path.size() - segments, path.size()));
  }

  private static JsonNode body(Call call) {
    try {
      return MAPPER.readTree(call.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
