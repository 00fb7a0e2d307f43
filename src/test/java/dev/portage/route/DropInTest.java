package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.portage.config.ConfigException;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.http.Masker;
import dev.portage.reconcile.RunResult;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The environments that Port's chart renders (contract, section 2.7), one file each: Portage starts
 * in it, reaches what its file says under {@code expected}, and stops.
 */
@Tag("slow")
class DropInTest {
  private static final Path RENDERED = Path.of("src/test/resources/chart/ocean");

  @TempDir private Path directory;
  private final FakeApi api = new FakeApi();
  private final LocalCatalog catalog = new LocalCatalog(true);
  private LocalCatalogServer port;

  static Stream<String> rendered() throws IOException {
    try (Stream<Path> files = Files.list(RENDERED)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @BeforeEach
  void begin() throws IOException {
    api.on("/teams", "[{\"id\": \"t1\"}, {\"id\": \"t2\"}]");
    api.on("/login", "{\"access_token\": \"token-of-the-login\"}");
    catalog.install(
        "team-api", new YAMLMapper().readTree(Kind.mapping(List.of(Kind.of("/teams", "team")))));
    port = LocalCatalogServer.start(catalog, 0);
  }

  @AfterEach
  void end() {
    api.close();
    port.close();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void reachesItsState(String file) throws Exception {
    List<String> lines = Files.readAllLines(RENDERED.resolve(file));
    List<String> expected =
        lines.stream()
            .filter(line -> line.startsWith("# expected: "))
            .flatMap(line -> Arrays.stream(line.substring("# expected: ".length()).split(" ")))
            .toList();
    Map<String, String> environment = environment(lines);
    List<String> triggers = expected.subList(1, expected.size());
    switch (expected.get(0)) {
      case "completed" -> completes(environment);
      case "synced" -> stays(environment, triggers, true);
      case "waiting" -> stays(environment, triggers, false);
      case "refused" ->
          assertThatThrownBy(() -> read(environment))
              .isInstanceOf(ConfigException.class)
              .hasMessageContaining(triggers.get(0));
      default -> throw new IllegalArgumentException(file + ": " + expected);
    }
  }

  private Map<String, String> environment(List<String> lines) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String line : lines) {
      if (!line.startsWith("#")) {
        String[] parts = line.split("=", 2);
        String value = parts[1].replace("{{port}}", port.url()).replace("{{api}}", api.url());
        environment.put(parts[0], value);
      }
    }
    // Several tests may listen at the same time.
    environment.put("APPLICATION__PORT", "0");
    return environment;
  }

  private Settings read(Map<String, String> environment) {
    return SettingsReader.read(environment, directory, List.of());
  }

  private void completes(Map<String, String> environment) throws Exception {
    try (Portage portage = Portage.start(read(environment), new Masker())) {
      assertThat(portage.ending().get(30, TimeUnit.SECONDS).result())
          .isInstanceOf(RunResult.Complete.class);
      assertThat(portage.httpPort()).as("a listener").isZero();
      assertThat(catalog.entities("team")).hasSize(2);
    }
  }

  private void stays(Map<String, String> environment, List<String> triggers, boolean synced)
      throws Exception {
    try (Portage portage = Portage.start(read(environment), new Masker())) {
      assertThat(portage.triggers()).isEqualTo(triggers);
      if (synced) {
        World.await("entities", () -> catalog.entities("team").size() == 2);
      }
      assertThat(status(portage, "/health/live")).isEqualTo(200);
      World.await("readiness", () -> status(portage, "/health/ready") == 200);
      assertThat(status(portage, "/docs")).isEqualTo(200);
      assertThat(catalog.entities("team")).hasSize(synced ? 2 : 0);
    }
  }

  private static int status(Portage portage, String path) {
    URI address = URI.create("http://127.0.0.1:" + portage.httpPort() + path);
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
