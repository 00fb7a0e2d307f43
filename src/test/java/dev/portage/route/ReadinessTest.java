package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portage.sink.local.FlakyPort;
import dev.portage.sink.local.FlakyPort.Arrived;
import dev.portage.sink.local.FlakyPort.Fault;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /health/ready} says whether Port takes our calls, from the first moment to the last. */
@Tag("slow")
class ReadinessTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final FlakyPort port = FlakyPort.start();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  @TempDir Path directory;

  @AfterEach
  void end() {
    mayAnswer.countDown();
  }

  /** Port takes the call and says nothing until it may. */
  private Fault silent(Arrived call) {
    asked.countDown();
    try {
      assertThat(mayAnswer.await(30, TimeUnit.SECONDS)).as(call.call()).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Fault.NONE;
  }

  private static int status(World world, String path) {
    try {
      return Scrape.get(world.httpPort(), path).statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static JsonNode ready(World world) throws Exception {
    return MAPPER.readTree(Scrape.get(world.httpPort(), "/health/ready").body());
  }

  @Test
  void itIsReadyFromTheFirstAnswerOfPortAndWheneverPortAnswers() throws Exception {
    try (World world = new World(directory, port)) {
      world
          .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
          .environment("OCEAN__EVENT_LISTENER__APP_HOST", "http://portage.test")
          .map(Kind.of("/users", "user"));
      world.api().on("/users", "[{\"id\": 1}]");

      // Port has been asked and has not answered.
      port.on(this::silent);
      CompletableFuture<World> start = CompletableFuture.supplyAsync(world::begin);
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(status(world, "/health/live")).isEqualTo(200);
      assertThat(status(world, "/health/ready")).isEqualTo(503);
      assertThat(ready(world).path("status").asText()).isEqualTo("unhealthy");
      assertThat(ready(world).path("reason").asText()).isEqualTo("Port has not been reached yet");
      assertThat(start).isNotDone();

      // It answers.
      mayAnswer.countDown();
      start.get(30, TimeUnit.SECONDS);
      assertThat(status(world, "/health/ready")).isEqualTo(200);
      assertThat(ready(world).has("reason")).isFalse();

      // It is lost: a call fails for good.
      port.on(any -> Fault.cut(false));
      world.want();
      World.await("Port to be missed", () -> status(world, "/health/ready") == 503);
      assertThat(ready(world).path("reason").asText()).startsWith("Port: ");
      assertThat(status(world, "/health/live")).isEqualTo(200);

      // It is back: a call is answered.
      port.on(any -> Fault.NONE);
      world.want();
      World.await("Port to be found", () -> status(world, "/health/ready") == 200);
    }
  }
}
