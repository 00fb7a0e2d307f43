package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.http.ApiRequest;
import dev.portage.http.Masker;
import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import dev.portage.route.start.CannotStart;
import dev.portage.sink.Shape;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start against a Port that begins with nothing, over HTTP. */
@Tag("slow")
class StartTest {
  private static final String BLUEPRINTS =
      """
      [{"identifier": "user", "title": "User",
        "schema": {"properties": {"email": {"type": "string"}}},
        "relations": {"team": {"target": "team", "many": false}},
        "mirrorProperties": {"lead": {"path": "team.$title"}}},
       {"identifier": "team", "relations": {"lead": {"target": "user", "many": false}}}]
      """;
  private static final String MAPPING =
      """
      resources:
        - kind: /users
          selector: {query: "true"}
          port:
            entity:
              mappings:
                identifier: .id
                title: .name
                blueprint: '"user"'
                properties: {email: .email}
                relations: {team: .team}
      """;

  @TempDir Path directory;
  private final FakeApi api = new FakeApi();
  private final LocalCatalogServer catalog = LocalCatalogServer.start(new LocalCatalog(false), 0);
  private final Relay port = new Relay(catalog.url());
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void settle() throws IOException {
    environment.put("OCEAN__PORT__BASE_URL", port.url());
    environment.put("OCEAN__PORT__CLIENT_ID", "id-123");
    environment.put("OCEAN__PORT__CLIENT_SECRET", "s3cret");
    environment.put("OCEAN__INTEGRATION__IDENTIFIER", "acme-hr");
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "ONCE");
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", api.url());
    file("blueprints.json", BLUEPRINTS);
    file("port-app-config.yml", MAPPING);
    file("actions.json", "[{\"identifier\": \"restart\"}]");
    file("scorecards.json", "[{\"blueprint\": \"user\", \"data\": [{\"identifier\": \"ready\"}]}]");
    file("pages/home.json", "{\"identifier\": \"home\"}");
    api.on("/users", users("u-1", "u-2", "u-3"));
  }

  @AfterEach
  void end() {
    port.close();
    catalog.close();
    api.close();
  }

  private void file(String name, String content) throws IOException {
    Path file = directory.resolve(".port/resources").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String users(String... identifiers) {
    List<String> users =
        List.of(identifiers).stream()
            .map(
                id ->
                    "{\"id\":\"%s\",\"name\":\"N\",\"email\":\"e\",\"team\":\"t-1\"}".formatted(id))
            .toList();
    return "[" + String.join(",", users) + "]";
  }

  private Settings settings() {
    return SettingsReader.read(environment, directory, List.of());
  }

  private Ending run() throws Exception {
    try (Portage portage = Portage.start(settings(), new Masker())) {
      return portage.ending().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void anInstallationBeginsWithItsResourcesAndRunsAtOnce() throws Exception {
    // When
    Ending first = run();
    api.on("/users", users("u-2", "u-3", "u-4", "u-5", "u-6"));
    Ending second = run();

    // Then
    assertThat(first.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(second.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(catalog.catalog().blueprintIdentifiers()).containsExactly("team", "user");
    assertThat(catalog.catalog().entities("user"))
        .extracting(entity -> entity.path("identifier").asText())
        .containsExactly("u-2", "u-3", "u-4", "u-5", "u-6");
    assertThat(port.count("POST /v1/blueprints")).isEqualTo(2);
    assertThat(port.count("POST /v1/actions")).isEqualTo(1);
    assertThat(port.count("POST /v1/blueprints/user/scorecards")).isEqualTo(1);
    assertThat(port.count("POST /v1/pages")).isEqualTo(1);
    assertThat(port.count("POST /v1/integration")).isEqualTo(1);
    // And a second start asks for the installation, and changes nothing.
    assertThat(port.count("PATCH /v1/integration/acme-hr")).isEqualTo(2);
    // And in this whole life nothing went over the wire that the contract does not know.
    assertThat(port.seen())
        .hasSizeGreaterThan(30)
        .allSatisfy(request -> assertThat(Shape.like(request)).as(request.toString()).isNotEmpty())
        .allSatisfy(StartTest::assertHeaders);
  }

  private static void assertHeaders(ApiRequest request) {
    boolean login = request.address().endsWith("/auth/access_token");
    assertThat(request.header("Authorization").isPresent()).isEqualTo(!login);
    request.header("Authorization").ifPresent(value -> assertThat(value).startsWith("Bearer "));
    assertThat(request.header("User-Agent").orElse(""))
        .matches("port-ocean/custom/[^/]+/acme-hr(/exporter)?");
    assertThat(request.header("Content-Type").isPresent()).isEqualTo(request.body() != null);
    request
        .header("Content-Type")
        .ifPresent(type -> assertThat(type).isEqualTo("application/json"));
    assertThat(request.headers().keySet())
        .allMatch(
            name ->
                List.of("authorization", "user-agent", "content-type", "accept")
                    .contains(name.toLowerCase(Locale.ROOT)));
  }

  @Test
  void blueprintsThatPortDoesNotTakeLeaveNothingBehind() throws Exception {
    // Given a relation that leads nowhere
    file("blueprints.json", BLUEPRINTS.replace("\"target\": \"user\"", "\"target\": \"nobody\""));

    // Then
    assertThatThrownBy(this::run)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("default resources: blueprint team: Port answered 404 not_found");
    assertThat(catalog.catalog().blueprintIdentifiers()).isEmpty();

    // And when they are right, the next start creates them
    file("blueprints.json", BLUEPRINTS);
    assertThat(run().result()).isInstanceOf(RunResult.Complete.class);
  }

  @Test
  void aStopEndsTheWaitForWhatPortProvisions() throws Exception {
    // Given a Port that never finishes
    port.on("GET /v1/integration/provision-enabled", Told.json("{\"integrations\":[\"custom\"]}"))
        .on(
            "GET /v1/organization",
            Told.json(
                "{\"organization\":{\"id\":\"o\",\"featureFlags\":[\"USE_PROVISIONED_DEFAULTS\"]}}"));
    Portage portage = Portage.of(settings(), new Masker());
    CompletableFuture<Boolean> begun = CompletableFuture.supplyAsync(portage::begin);
    waitFor(() -> port.count("GET /v1/integration/acme-hr") >= 2);

    // When
    long before = System.nanoTime();
    portage.close();

    // Then
    assertThat(begun.get(25, TimeUnit.SECONDS)).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(25));
    assertThat(port.count("POST /v1/integration")).isEqualTo(1);
  }

  private static void waitFor(BooleanSupplier condition) throws Exception {
    for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
      Thread.sleep(25);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
