package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When Port is asked, and what makes a resync start (contract, section 7.2). */
@Tag("slow")
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
            .environment("OCEAN__EVENT_LISTENER__INTERVAL", "1");
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

  @Test
  void neitherErrorsNorBrokenAnswersEndThePolling() throws Exception {
    port.on(REQUEST, any -> Told.status(403));
    world.begin();
    polls(1);
    port.on(REQUEST, any -> Told.bytes("text/html", "<html>".getBytes(StandardCharsets.UTF_8)));
    polls(1);
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
