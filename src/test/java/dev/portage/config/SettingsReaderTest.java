package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portage.auth.ApiKey;
import dev.portage.auth.BasicAuthentication;
import dev.portage.auth.BearerToken;
import dev.portage.auth.CustomAuthentication;
import dev.portage.auth.NoAuthentication;
import dev.portage.http.ApiRequest;
import dev.portage.pagination.CursorPagination;
import dev.portage.pagination.HeaderLinkPagination;
import dev.portage.pagination.NextLinkPagination;
import dev.portage.pagination.NoPagination;
import dev.portage.pagination.OffsetPagination;
import dev.portage.pagination.PagePagination;
import dev.portage.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private static final String CONFIG = "OCEAN__INTEGRATION__CONFIG__";

  @TempDir Path directory;

  private final Map<String, String> environment = new HashMap<>(ConfigTesting.minimal());
  private final List<CommandLineValue> options = new ArrayList<>();

  private Settings read() {
    return SettingsReader.read(environment, directory, options);
  }

  private List<Problem> problems() {
    ConfigException refusal = catchThrowableOfType(ConfigException.class, this::read);
    return refusal == null ? List.of() : refusal.problems();
  }

  private void config(String key, String value) {
    environment.put(CONFIG + key, value);
  }

  private void file(String name, String... lines) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  @Test
  void everyDefaultIsPinned() {
    Settings settings = read();

    assertThat(settings)
        .isEqualTo(
            new Settings(
                new PortSettings(
                    "https://api.getport.io", "id-1", settings.port().clientSecret(), true),
                "my-custom-integration",
                "custom",
                new SourceSettings(
                    "https://api.example.com",
                    new NoAuthentication(),
                    new NoPagination(),
                    Duration.ofSeconds(60),
                    true,
                    10,
                    Map.of(),
                    java.util.Set.of(),
                    10_000),
                new Trigger.Polling(Duration.ofSeconds(60), true),
                new RunSettings(
                    8000, "INFO", null, null, true, null, true, 20, 1_048_576, 100, null),
                List.of()));
  }

  @Test
  void readsEveryPaginationWithItsDocumentedDefaults() {
    Map<String, Object> expected =
        Map.of(
            "none", new NoPagination(),
            "page", new PagePagination("page", "size", 100, 1, null, null),
            "offset", new OffsetPagination("offset", "limit", 100, null),
            "cursor", new CursorPagination("cursor", "limit", 100, null, null),
            "next_link", new NextLinkPagination("@odata.nextLink"),
            "header_link", new HeaderLinkPagination("next"));
    expected.forEach(
        (type, pagination) -> {
          config("PAGINATION_TYPE", type);
          assertThat(read().source().pagination()).as(type).isEqualTo(pagination);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "page,   PAGE_PARAM",
    "offset, OFFSET_PARAM",
    "cursor, CURSOR_PARAM",
    "page,   PAGINATION_PARAM"
  })
  void namesOfOlderDocumentsNameTheParameter(String type, String key) {
    config("PAGINATION_TYPE", type);
    config(key, "p");
    config("LIMIT_PARAM", "n");

    assertThat(read().source().pagination().toString()).contains("Param=p", "Param=n");
  }

  @Test
  void theAliasOfTheChosenTypeIsPreferred() {
    config("PAGINATION_TYPE", "cursor");
    config("PAGE_PARAM", "p");
    config("CURSOR_PARAM", "c");

    assertThat(read().source().pagination())
        .isEqualTo(new CursorPagination("c", "limit", 100, null, null));
  }

  @Test
  void readsBearerTokenUnderBothNames() {
    config("AUTH_TYPE", "bearer_token");
    config("AUTH_VALUE", "tok-1");
    assertThat(((BearerToken) read().source().authentication()).token().reveal())
        .isEqualTo("tok-1");

    config("API_TOKEN", "tok-2");
    assertThat(((BearerToken) read().source().authentication()).token().reveal())
        .isEqualTo("tok-2");
  }

  @Test
  void readsApiKey() {
    config("AUTH_TYPE", "api_key");
    config("AUTH_VALUE", "key-1");

    ApiKey key = (ApiKey) read().source().authentication();

    assertThat(key.header()).isEqualTo("X-API-Key");
    assertThat(key.key().reveal()).isEqualTo("key-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "basic_auth", "BASIC"})
  void basicNeedsOnePartOnly(String type) {
    config("AUTH_TYPE", type);
    config("USERNAME", "sk_1");
    config("PASSWORD", "");

    BasicAuthentication basic = (BasicAuthentication) read().source().authentication();

    assertThat(basic.username()).isEqualTo("sk_1");
    assertThat(basic.password().isEmpty()).isTrue();
  }

  @Test
  void customAuthenticationIsJoinedToTheBaseUrl() {
    config("BASE_URL", "https://api.example.com/v2/");
    config("AUTH_TYPE", "custom");
    config(
        "CUSTOM_AUTH_REQUEST",
        """
        {"endpoint": "/oauth/token?tenant=a", "body": {"clientId": "x"},
         "queryParams": {"v": 1}, "reauthenticateIntervalSeconds": 300}""");
    config("CUSTOM_AUTH_RESPONSE", "{\"headers\": {\"Authorization\": \"Bearer {{.token}}\"}}");

    CustomAuthentication custom = (CustomAuthentication) read().source().authentication();

    assertThat(custom.request().method()).isEqualTo("POST");
    assertThat(custom.request().url())
        .isEqualTo("https://api.example.com/v2/oauth/token?tenant=a&v=1");
    assertThat(custom.request().body())
        .isEqualTo(new ApiRequest.Json(ConfigTesting.json("{\"clientId\": \"x\"}")));
    assertThat(custom.interval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(custom.template().headers()).containsEntry("Authorization", "Bearer {{.token}}");
  }

  @Test
  void customHeadersTakeVariablesOfTheEnvironment() {
    config("CUSTOM_HEADERS", "{\"X-Trace\": \"${OCEAN__TRACE}-${MISSING}\"}");
    environment.put("OCEAN__TRACE", "t1");

    Settings settings = read();

    assertThat(settings.source().headers()).containsExactly(Map.entry("X-Trace", "t1-${MISSING}"));
    assertThat(settings.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, 45, 30", "'', 45, 45", "'', '', 60", "0.5, '', 0.5"})
  void theTimeoutOfTheSourceWinsOverTheClients(String own, String client, String expected) {
    config("TIMEOUT", own);
    environment.put("OCEAN__CLIENT_TIMEOUT", client);

    assertThat(read().source().timeout())
        .isEqualTo(Duration.ofMillis((long) (Double.parseDouble(expected) * 1000)));
  }

  @Test
  void allowedHostsBecomeOrigins() {
    config("ALLOWED_HOSTS", "cdn.example.com, http://other:8080/");

    assertThat(read().source().allowedOrigins())
        .containsExactly("https://cdn.example.com:443", "http://other:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.us.getport.io/,    https://api.us.getport.io",
    "https://api.getport.io/v1,     https://api.getport.io",
    "https://proxy/port/v1/,        https://proxy/port",
    "https://proxy//v1//,           https://proxy"
  })
  void thePortAddressLosesSlashesAndVersion(String typed, String expected) {
    environment.put("OCEAN__PORT__BASE_URL", typed);

    assertThat(read().port().baseUrl()).isEqualTo(expected);
  }

  @Test
  void readsEveryListener() {
    Map<String, Trigger> expected =
        Map.of(
            "{\"type\": \"ONCE\"}", new Trigger.Once(),
            "{\"type\": \"POLLING\", \"interval\": 30, \"resyncOnStart\": false}",
                new Trigger.Polling(Duration.ofSeconds(30), false),
            "{\"type\": \"WEBHOOK\", \"appHost\": \"https://me.example.com/\"}",
                new Trigger.Webhook("https://me.example.com", null),
            "{\"type\": \"KAFKA\", \"brokers\": \"a:1, b:2\"}",
                new Trigger.Kafka(
                    List.of("a:1", "b:2"),
                    "SASL_SSL",
                    "SCRAM-SHA-512",
                    true,
                    Duration.ofSeconds(1)),
            "{\"type\": \"WEBHOOKS_ONLY\"}", new Trigger.None("WEBHOOKS_ONLY"),
            "{\"type\": \"POLLING\", \"shouldResync\": false}", new Trigger.None("POLLING"));
    expected.forEach(
        (json, trigger) -> {
          environment.put("OCEAN__EVENT_LISTENER", json);
          assertThat(read().trigger()).as(json).isEqualTo(trigger);
        });
  }

  @Test
  void brokersMayBeAJsonArrayInAText() {
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "KAFKA");
    environment.put("OCEAN__EVENT_LISTENER__BROKERS", "[\"a:1\", \"b:2\"]");

    assertThat(((Trigger.Kafka) read().trigger()).brokers()).containsExactly("a:1", "b:2");
  }

  @Test
  void onceOnTheCommandLineWinsOverEverything() {
    environment.put("OCEAN__EVENT_LISTENER", "{\"type\": \"KAFKA\"}");
    options.add(CommandLineValue.once());

    assertThat(read().trigger()).isEqualTo(new Trigger.Once());
  }

  @Test
  void sourcesMergeKeyByKeyAndTheStrongerWins() throws IOException {
    file(
        "config.yaml",
        "integration:",
        "  identifier: from-file",
        "  config: {paginationType: offset, pageSize: 1, sizeParam: n}",
        "initializePortResources: false");
    file(".env", CONFIG + "PAGE_SIZE=2", "OCEAN__INTEGRATION__IDENTIFIER='from-dotenv'");
    config("PAGE_SIZE", "3");
    options.add(CommandLineValue.set("integration.config.paginationParam", "skip"));

    Settings settings = read();

    assertThat(settings.identifier()).isEqualTo("from-dotenv");
    assertThat(settings.run().initializePortResources()).isFalse();
    assertThat(settings.source().pagination())
        .isEqualTo(new OffsetPagination("skip", "n", 3, null));
  }

  @Test
  void theFileMayReferToVariables() throws IOException {
    environment.remove("OCEAN__PORT__CLIENT_SECRET");
    environment.put("MY_SECRET", "s-2");
    file(
        "config/portage.yaml",
        "port: {clientId: '{{ from env MY_ID }}', clientSecret: '{{ from env MY_SECRET }}'}");

    assertThat(read().port().clientSecret().reveal()).isEqualTo("s-2");
    assertThat(read().port().clientId()).isEqualTo("id-1");
  }

  @Test
  void anotherFileCanBeNamed() throws IOException {
    file("config.yaml", "integration: {identifier: ignored}");
    file("a.yaml", "integration: {identifier: a}");
    file("b.yaml", "integration: {identifier: b}");

    environment.put("PORTAGE_CONFIG", "a.yaml");
    assertThat(read().identifier()).isEqualTo("a");

    options.add(CommandLineValue.configFile(Path.of("b.yaml")));
    assertThat(read().identifier()).isEqualTo("b");
  }

  @Test
  void theMappingFileIsTakenFromAnySource() throws IOException {
    file("m.yml", "resources: []");
    environment.put("PORTAGE__MAPPING_FILE", "m.yml");

    assertThat(read().run().mappingFile()).isEqualTo(directory.resolve("m.yml"));
  }

  @ParameterizedTest
  @CsvSource({
    "APPLICATION__LOG_LEVEL, debug,    DEBUG",
    "OCEAN__LOG_LEVEL,       WARNING,  WARN",
    "OCEAN__LOG_LEVEL,       CRITICAL, ERROR"
  })
  void readsTheLogLevel(String name, String typed, String expected) {
    environment.put(name, typed);

    assertThat(read().run().logLevel()).isEqualTo(expected);
  }

  @Test
  void threeMistakesGiveThreeProblems() {
    environment.remove("OCEAN__PORT__CLIENT_ID");
    config("PAGINATION_TYPE", "page");
    config("PAGE_SIZE", "many");
    config("AUTH_TYPE", "bearer");

    assertThat(problems())
        .containsExactly(
            new Problem("OCEAN__PORT__CLIENT_ID", "is missing", "a text"),
            new Problem(
                CONFIG + "AUTH_TYPE",
                "is \"bearer\"",
                "one of none, bearer_token, basic, api_key, custom (did you mean bearer_token?)"),
            new Problem(CONFIG + "PAGE_SIZE", "is \"many\"", "a whole number from 1 to 1000000"));
  }

  @Test
  void noSecretIsEverShown() {
    config("AUTH_TYPE", "api_key");
    config("API_KEY", "canary-1");
    config("CUSTOM_HEADERS", "{\"X-Secret\": \"canary-2\"}");
    environment.put("OCEAN__PORT__CLIENT_ID", "canary-3");
    environment.put("OCEAN__PORT__CLIENT_SECRET", "canary-4");
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK");
    environment.put("OCEAN__EVENT_LISTENER__APP_HOST", "https://me.example.com");
    environment.put("OCEAN__EVENT_LISTENER__TOKEN", "canary-5");
    environment.put("OCEAN__PROT__CLIENT_SECRET", "canary-6");

    assertThat(read().toString()).contains("X-Secret", "PROT").doesNotContain("canary");
  }
}
