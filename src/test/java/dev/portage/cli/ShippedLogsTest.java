package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.sink.local.Answer;
import dev.portage.sink.local.Call;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import dev.portage.sink.local.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What reaches Port beside entities holds no secret, whatever kind of credential is in use, and
 * even when the source API tells everything that it was told.
 */
@Tag("slow")
class ShippedLogsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String MAPPING =
      """
      resources:
        - kind: /items
          selector: {query: 'true'}
          port: {entity: {mappings: {identifier: .id, title: .nothing, blueprint: '"item"'}}}
        - kind: /closed
          selector: {query: 'true'}
          port: {entity: {mappings: {identifier: .id, blueprint: '"item"'}}}
      """;

  @TempDir Path directory;

  private final List<Call> told = new CopyOnWriteArrayList<>();
  private final LoopbackServer api = LoopbackServer.start("echo", 0, ShippedLogsTest::echo);
  private final LocalCatalogServer port =
      LocalCatalogServer.start(new LocalCatalog(true), 0, told::add);
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final PrintStream before = System.err;

  /** A source API that puts what it was sent into its answers. */
  private static Answer echo(Call call) {
    String path = String.join("/", call.path());
    if (path.equals("login")) {
      return Answer.json(200, MAPPER.createObjectNode().put("t", "canary-issued"));
    }
    ObjectNode item = MAPPER.createObjectNode().put("id", "1");
    item.put("heard", call.headers() + " " + call.query());
    return path.equals("items")
        ? Answer.json(200, MAPPER.createArrayNode().add(item))
        : Answer.json(403, item);
  }

  @BeforeEach
  void listen() throws IOException {
    Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
    System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void end() {
    System.setErr(before);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    api.close();
    port.close();
  }

  /**
   * A kind of credential.
   *
   * @param settings of the integration
   * @param canaries what must not be seen
   */
  record Credentials(String name, Map<String, String> settings, List<String> canaries) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Credentials> credentials() {
    String pair =
        Base64.getEncoder().encodeToString("tom:canary-pass".getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        new Credentials(
            "bearer",
            Map.of("AUTH_TYPE", "bearer_token", "API_TOKEN", "canary-bearer"),
            List.of("canary-bearer")),
        new Credentials(
            "API key",
            Map.of("AUTH_TYPE", "api_key", "API_KEY", "canary-key", "API_KEY_HEADER", "X-Mine"),
            List.of("canary-key")),
        new Credentials(
            "basic",
            Map.of("AUTH_TYPE", "basic", "USERNAME", "tom", "PASSWORD", "canary-pass"),
            List.of("canary-pass", pair)),
        new Credentials(
            "custom",
            Map.of(
                "AUTH_TYPE",
                "custom",
                "CUSTOM_AUTH_REQUEST",
                "{\"endpoint\": \"/login\", \"body\": {\"key\": \"canary-login\"}}",
                "CUSTOM_AUTH_REQUEST_TEMPLATE",
                "{\"queryParams\": {\"session\": \"{{.t}}\"}}"),
            List.of("canary-login", "canary-issued")));
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void noSecretReachesPortOrTheConsole(Credentials credentials) throws Exception {
    // When
    int code = RunCommand.run(settings(credentials.settings()));

    // Then the run was as it should be: one kind was read, the other was refused
    assertThat(code).isEqualTo(RunCommand.ExitCode.INCOMPLETE);
    assertThat(port.catalog().count("item")).isEqualTo(1);
    List<JsonNode> lines = lines();
    assertThat(lines)
        .extracting(line -> line.path("level").asText())
        .contains("DEBUG", "INFO", "WARNING");
    assertThat(messages(lines))
        .anyMatch(text -> text.matches("Resync \\S+ begins"))
        .anyMatch(text -> text.contains("/closed, page 1: answered 403"))
        .anyMatch(text -> text.contains("title gave null for 1 of 1 items"))
        .anyMatch(text -> text.matches("(?s)resync \\S+: incomplete.*"));
    assertThat(told.stream().map(ShippedLogsTest::text))
        .anyMatch(text -> text.contains("\"examples\""));

    // And nothing but the request itself held a secret
    List<String> canaries = new ArrayList<>(credentials.canaries());
    canaries.addAll(List.of("canary-header", "canary-of-port"));
    for (String canary : canaries) {
      assertThat(beside()).allSatisfy(text -> assertThat(text).doesNotContain(canary));
      assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContain(canary);
    }
  }

  @Test
  void aLineSaysWhereItWasWritten() throws Exception {
    RunCommand.run(settings(Map.of()));

    List<JsonNode> lines = lines();
    JsonNode refused =
        lines.stream()
            .filter(line -> line.path("message").asText().contains("answered 403"))
            .findFirst()
            .orElseThrow();
    assertThat(refused.at("/extra/resource_kind").asText()).isEqualTo("/closed");
    assertThat(refused.at("/extra/index").asInt()).isEqualTo(1);
    assertThat(refused.at("/extra/etl_phase").asText()).isEqualTo("extract");
    assertThat(refused.at("/extra/event_id").asText()).hasSize(36);
    assertThat(messages(lines)).noneMatch(text -> text.startsWith("logs: "));
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, ERROR",
    "WARN, WARNING",
    "INFO, INFO",
    "DEBUG, DEBUG",
    "TRACE, DEBUG",
  })
  void aLevelHasTheNameThatPortKnows(String level, String name) {
    assertThat(LogShipping.level(Level.valueOf(level))).isEqualTo(name);
  }

  private Settings settings(Map<String, String> integration) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OCEAN__PORT__BASE_URL", port.url());
    environment.put("OCEAN__PORT__CLIENT_ID", "client");
    environment.put("OCEAN__PORT__CLIENT_SECRET", "canary-of-port");
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "ONCE");
    environment.put("OCEAN__INITIALIZE_PORT_RESOURCES", "false");
    environment.put("PORTAGE__MAPPING_FILE", directory.resolve("mapping.yaml").toString());
    environment.put("APPLICATION__LOG_LEVEL", "DEBUG");
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", api.url());
    environment.put(
        "OCEAN__INTEGRATION__CONFIG__CUSTOM_HEADERS", "{\"X-Tenant\": \"canary-header\"}");
    integration.forEach(
        (name, value) -> environment.put("OCEAN__INTEGRATION__CONFIG__" + name, value));
    return SettingsReader.read(environment, directory, List.of());
  }

  /** The bodies of what Port was told beside entities. */
  private List<String> beside() {
    return told.stream()
        .filter(call -> call.path().get(0).equals("ingest") || call.path().contains("examples"))
        .map(ShippedLogsTest::text)
        .collect(Collectors.toList());
  }

  private List<JsonNode> lines() {
    List<JsonNode> lines = new ArrayList<>();
    told.stream()
        .filter(call -> call.path().contains("log"))
        .forEach(call -> read(call).path("logs").forEach(lines::add));
    return lines;
  }

  private static List<String> messages(List<JsonNode> lines) {
    return lines.stream().map(line -> line.path("message").asText()).toList();
  }

  private static String text(Call call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }

  private static JsonNode read(Call call) {
    try {
      return MAPPER.readTree(call.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
