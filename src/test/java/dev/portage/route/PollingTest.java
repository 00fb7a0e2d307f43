package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When Port is asked, and what makes a resync start (contract, section 7.2). */
class PollingTest {
  private static final String ONE = "/v1/integration/my-custom-integration";
  private static final String REQUEST = ONE + "/resync-request";
  private static final String NONE = "{\"request\": null}";

  @TempDir Path directory;
  private final FakeApi port = new FakeApi();
  private final AtomicInteger patches = new AtomicInteger();
  private final AtomicReference<String> updatedAt = new AtomicReference<>("2026-08-20T10:00:00Z");
  private World world;

  @BeforeEach
  void start() {
    port.on("/v1/auth/access_token", "{\"accessToken\": \"a-token\", \"expiresIn\": 10800}");
    port.on("/v1/organization", "{\"organization\": {\"id\": \"o\"}}");
    port.on("/v1/integration/provision-enabled", "{\"integrations\": []}");
    port.on("/v1/blueprints/entities/datasource-entities", "{\"entities\": []}");
    port.on(ONE, any -> Told.json(integration()));
    port.on(
        ONE + "/resync-state",
        any -> {
          patches.incrementAndGet();
          return Told.json(integration());
        });
    port.on(REQUEST, NONE);
    world =
        new World(directory)
            .environment("OCEAN__PORT__BASE_URL", port.url())
            .environment("OCEAN__EVENT_LISTENER__TYPE", "POLLING")
            .environment("OCEAN__EVENT_LISTENER__INTERVAL", "1")
            .environment("APPLICATION__PORT", "0");
    world.map(Kind.of("/one", "one"));
    world.api().on("/one", "[]");
  }

  private String integration() {
    return ("{\"integration\": {\"arePortResourcesInitialized\": true, \"resyncState\":"
            + " {\"updatedAt\": \"%s\"}}}")
        .formatted(updatedAt.get());
  }

  private static String requested(String time) {
    return "{\"request\": {\"id\": \"r\", \"updatedAt\": \"" + time + "\"}}";
  }

  @AfterEach
  void end() {
    world.close();
    port.close();
  }

  private void polls(int number) throws InterruptedException {
    int before = port.asked(REQUEST).size();
    World.await(number + " questions", () -> port.asked(REQUEST).size() >= before + number);
  }

  private int resyncs() {
    return world.api().asked("/one").size();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFirstResyncWaitsForNobodyIfThatIsWanted(boolean onStart) throws Exception {
    world.environment("OCEAN__EVENT_LISTENER__RESYNC_ON_START", Boolean.toString(onStart)).begin();

    polls(3);

    assertThat(resyncs()).isEqualTo(onStart ? 1 : 0);
  }

  @Test
  void aRequestThatIsOlderThanTheLastResyncIsAnswered() throws Exception {
    port.on(REQUEST, requested("2026-08-20T09:59:59Z"));
    world.environment("OCEAN__EVENT_LISTENER__RESYNC_ON_START", "false").begin();
    polls(3);
    assertThat(resyncs()).isZero();

    // When a newer one comes
    port.on(REQUEST, requested("2026-08-20T10:00:01.5Z"));
    World.await("a resync", () -> resyncs() == 1);

    // Then it is handled once
    polls(3);
    assertThat(resyncs()).isEqualTo(1);
  }

  @Test
  void aRequestMadeWhileAResyncRunsIsNotLost() throws Exception {
    // Given a resync that is going on
    Gate gate = new Gate("[]");
    world.api().on("/one", gate);
    world.begin();
    World.await("the first resync", () -> resyncs() == 1);

    // When somebody wants another, and only then the state changes once more
    port.on(REQUEST, requested("2026-08-20T10:30:00Z"));
    polls(2);
    assertThat(resyncs()).isEqualTo(1);
    updatedAt.set("2026-08-20T11:00:00Z");
    gate.open();

    // Then it follows
    World.await("the second resync", () -> resyncs() == 2);
    polls(2);
    assertThat(resyncs()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"x\"",
        "{}",
        "{\"request\": []}",
        "{\"request\": {\"updatedAt\": 7}}",
        "{\"request\": {\"updatedAt\": \"yesterday\"}}"
      })
  void aBrokenAnswerDoesNotEndThePolling(String answer) throws Exception {
    port.on(REQUEST, answer);
    world.environment("OCEAN__EVENT_LISTENER__RESYNC_ON_START", "false").begin();
    polls(2);
    assertThat(resyncs()).isZero();

    port.on(REQUEST, requested("2026-08-20T12:00:00Z"));

    World.await("a resync", () -> resyncs() == 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404})
  void anErrorDoesNotEndThePolling(int status) throws Exception {
    port.on(REQUEST, any -> Told.status(status));
    world.begin();
    polls(2);
    assertThat(resyncs()).isZero();

    port.on(REQUEST, NONE);

    World.await("the first resync", () -> resyncs() == 1);
  }

  @Test
  void theScheduleIsTold() throws Exception {
    world.environment("OCEAN__SCHEDULED_RESYNC_INTERVAL", "30").begin();

    World.await("a resync that has ended", () -> patches.get() == 2);

    assertThat(port.asked(ONE + "/resync-state"))
        .extracting(Asked::body)
        .allMatch(body -> body.contains("\"intervalInMinuets\":30"))
        .allMatch(body -> body.matches(".*\"nextResync\":\"20\\d\\d-.*"));
  }
}
