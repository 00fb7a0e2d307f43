package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.KnownSecrets;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.route.Collector;
import dev.portage.route.Portage;
import dev.portage.route.status.LogBuffer;
import dev.portage.sink.local.Answer;
import dev.portage.sink.local.Call;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import dev.portage.sink.local.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * No secret is seen on any surface of a Portage whose runs succeed and fail in every way, at a
 * source API that tells everything it was told.
 */
@Tag("slow")
class CanaryTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern LISTENS = Pattern.compile("HTTP listener on 127\\.0\\.0\\.1:(\\d+)");

  /** How each endpoint answers stands in {@link #answer}. */
  private static final List<String> KINDS =
      List.of("/items", "/refused", "/broken", "/moved", "/elsewhere", "/html", "/items?d=1");

  @TempDir Path directory;

  private final List<Call> heard = new CopyOnWriteArrayList<>();
  private final LoopbackServer api = LoopbackServer.start("echo", 0, this::answer);
  private final LocalCatalogServer port =
      LocalCatalogServer.start(new LocalCatalog(true), 0, heard::add);
  private final Collector collector = new Collector();
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private Settings settings;

  /** A source API that puts what it was sent into its answers. */
  private Answer answer(Call call) {
    ObjectNode echo = MAPPER.createObjectNode().put("id", "1").put("name", "one");
    echo.put("heard", call.headers() + " " + call.query());
    return switch (String.join("/", call.path())) {
      case "login" -> Answer.json(200, MAPPER.createObjectNode().put("t", "canary-issued"));
      case "items" -> Answer.json(200, MAPPER.createArrayNode().add(echo));
      case "refused" -> Answer.json(401, echo).with("X-Echo", "canary-header-of-answer");
      case "broken" -> Answer.json(500, echo).with("Retry-After", "0");
      case "moved" -> Answer.json(302, echo).with("Location", "/nowhere?token=canary-redirect");
      case "elsewhere" ->
          Answer.json(302, echo)
              .with("Location", "http://tom:canary-redirect@other.invalid/x?token=canary-redirect");
      case "html" -> new Answer(200, Map.of("Content-Type", "text/html"), bytes("<b>" + echo));
      default -> Answer.json(404, echo);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void listen() {
    PrintStream all = new PrintStream(console, true, StandardCharsets.UTF_8);
    System.setErr(all);
    System.setOut(all);
  }

  @AfterEach
  void end() {
    System.setErr(err);
    System.setOut(out);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    api.close();
    port.close();
    collector.close();
  }

  static List<Canaries> canaries() {
    return Canaries.all().toList();
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void noSecretIsSeenAnywhere(Canaries canaries) throws Exception {
    // Given a run that used every secret, and another one
    settings = settings(canaries);
    Logs.configure("DEBUG", canaries.format());
    Logs.masker().hide(KnownSecrets.in(settings));
    LogBuffer shipped = new LogBuffer(10_000);
    Logs.shipTo(shipped);
    List<String> seen = new ArrayList<>();
    try (Portage portage = Portage.of(settings, Logs.masker(), shipped)) {
      assertThat(portage.begin()).isTrue();
      assertThat(wanted("canary-wrong")).isEqualTo(401);
      assertThat(wanted("canary-webhook-token")).isEqualTo(202);
      await("a run", () -> text().contains("incomplete"));
      for (Surface surface : running()) {
        seen.addAll(look(surface));
      }
    }
    for (Surface surface : ended()) {
      seen.addAll(look(surface));
    }

    // Then it did so in every way
    for (String sign :
        List.of(
            "source-http:source",
            "\"examples\"",
            "/refused, page 1: 401, ",
            "/broken, page 1: answered 500",
            "redirected to another host (http://other.invalid")) {
      assertThat(places(seen, sign)).as(sign).isNotEmpty();
    }
    if (canaries.format().equals("json")) {
      assertThat(text().lines()).allSatisfy(line -> assertThat(MAPPER.readTree(line)).isNotNull());
    }

    // And nothing shows a secret, nor Port's token
    List<String> secrets = new ArrayList<>(canaries.secrets());
    secrets.add(tokenOfPort());
    for (String secret : secrets) {
      assertThat(places(seen, secret)).isEmpty();
    }
  }

  /** Where a text stands, with a little of what is around it. */
  private static List<String> places(List<String> seen, String text) {
    return seen.stream()
        .filter(one -> one.contains(text))
        .map(
            one -> {
              int at = one.indexOf(text);
              int end = Math.min(one.length(), at + text.length() + 40);
              return one.split(":", 2)[0] + ": " + one.substring(Math.max(0, at - 120), end);
            })
        .toList();
  }

  /** What can be seen while it runs. */
  private static List<Surface> running() {
    return Surface.all().filter(surface -> !surface.name().equals("traces")).toList();
  }

  /** What is complete only when all is over. */
  private static List<Surface> ended() {
    return Surface.all().filter(Surface::staysAfterTheEnd).toList();
  }

  private List<String> look(Surface surface) {
    List<String> texts = surface.texts().apply(this);
    assertThat(texts).as(surface.name()).hasSizeGreaterThanOrEqualTo(surface.least());
    return texts.stream().map(text -> surface.name() + ": " + text).toList();
  }

  /** What the process has written. */
  List<String> console() {
    return List.of(text());
  }

  private String text() {
    return console.toString(StandardCharsets.UTF_8);
  }

  /** The bodies of what Port is told beside entities. */
  List<String> told() {
    return heard.stream()
        .filter(call -> call.path().get(0).equals("ingest") || call.path().contains("examples"))
        .map(call -> new String(call.body(), StandardCharsets.UTF_8))
        .collect(Collectors.toList());
  }

  /** What the collector was sent. */
  List<String> traces() {
    return collector.texts();
  }

  /** What it runs with. */
  Settings settings() {
    return settings;
  }

  /** The address of the HTTP listener. */
  String url() {
    Matcher listens = LISTENS.matcher(text());
    assertThat(listens.find()).isTrue();
    return "http://127.0.0.1:" + listens.group(1);
  }

  private int wanted(String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/resync?key=canary-asked"))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString("{\"key\": \"canary-posted\"}"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private String tokenOfPort() {
    return heard.stream()
        .flatMap(call -> call.header("authorization").stream())
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> value.substring("Bearer ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static void await(String what, java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private Settings settings(Canaries canaries) throws IOException {
    Path mapping = Files.writeString(directory.resolve("mapping.yaml"), mapping());
    Files.writeString(
        directory.resolve("config.yaml"),
        "integration: {config: {api_token: '{{ from env %s }}'}}\n"
            .formatted(Canaries.FROM_A_VARIABLE));
    Map<String, String> environment = new LinkedHashMap<>(canaries.environment());
    environment.put("OCEAN__PORT__BASE_URL", port.url());
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK");
    environment.put("OCEAN__EVENT_LISTENER__APP_HOST", "http://127.0.0.1");
    environment.put("OCEAN__INITIALIZE_PORT_RESOURCES", "false");
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", api.url());
    environment.put("APPLICATION__PORT", "0");
    environment.put("PORTAGE__MAPPING_FILE", mapping.toString());
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url());
    return SettingsReader.read(environment, directory, List.of());
  }

  private static String mapping() {
    return "resources:\n"
        + KINDS.stream()
            .map(
                kind ->
                    """
                      - kind: %s
                        selector:
                          query: 'true'
                          headers: {X-Key: canary-of-the-mapping}
                          query_params: %s
                        port: {entity: {mappings: {identifier: .id, blueprint: '"item"'}}}
                    """
                        .formatted(
                            kind, kind.startsWith("/items") ? "{}" : "{key: canary-in-a-query}"))
            .collect(Collectors.joining());
  }
}
