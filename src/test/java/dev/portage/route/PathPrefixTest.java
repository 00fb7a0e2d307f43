package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where health and metrics are with {@code PATH_PREFIX} (contract, section 9), over HTTP. */
class PathPrefixTest {
  @TempDir static Path directory;
  private static World world;

  @BeforeAll
  static void begin() throws Exception {
    world =
        new World(directory)
            .environment("OCEAN__PATH_PREFIX", "ocean/")
            .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
            .environment("OCEAN__EVENT_LISTENER__APP_HOST", "http://portage.test")
            .map(Kind.of("/users", "user"));
    world.api().on("/users", "[]");
    world.begin();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static int status(String path) throws Exception {
    return Scrape.get(world.httpPort(), path).statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "/ocean/health/live, 200",
    "/ocean/health/ready, 200",
    "/ocean/metrics, 200",
    "/ocean/metrics/, 200",
    "/health/live, 404",
    "/health/ready, 404",
    "/metrics, 404",
    "/, 200",
    "/docs, 200",
    "/observe/metrics, 200",
    "/ocean/docs, 404",
    "/ocean/integration/x, 404",
  })
  void onlyHealthAndMetricsMove(String path, int status) throws Exception {
    assertThat(status(path)).isEqualTo(status);
  }

  @Test
  void theWebhookStaysWhereItIs() throws Exception {
    world.want();

    assertThat(status("/ocean/resync")).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/openapi.json"})
  void whatIsSaidOfThemIsWhereTheyAre(String path) throws Exception {
    assertThat(Scrape.get(world.httpPort(), path).body())
        .contains("/ocean/health/ready")
        .contains("/ocean/metrics")
        .doesNotContain("\"/metrics\"")
        .doesNotContain("GET /metrics");
  }
}
