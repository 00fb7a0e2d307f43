package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.auth.NoAuthentication;
import dev.portage.http.CertificatePlace;
import dev.portage.http.Proxies;
import dev.portage.http.Secret;
import dev.portage.pagination.NoPagination;
import dev.portage.pagination.OffsetPagination;
import dev.portage.sink.DefaultResources;
import dev.portage.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where settings come from, and what they are when nobody sets them. */
class SettingsReaderTest extends SettingsFixture {

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
                    Set.of(),
                    10_000),
                new Trigger.Polling(Duration.ofSeconds(60), true),
                new RunSettings(
                    new HttpSettings(
                        "127.0.0.1", 8000, Secret.EMPTY, Set.of("health"), Set.of(), ""),
                    "INFO",
                    "text",
                    TraceSettings.OFF,
                    null,
                    null,
                    new InstallationSettings("OnPrem", true, null, DefaultResources.none()),
                    new StatusSettings(true, true, Duration.ofSeconds(10), null),
                    new StateSettings(
                        StateSettings.Store.FILE,
                        directory.resolve("data"),
                        false,
                        Duration.ofDays(1)),
                    20,
                    1_048_576,
                    100,
                    null),
                new NetworkSettings(Proxies.NONE, CertificatePlace.of(Map.of())),
                List.of()));
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
    assertThat(settings.run().installation().initialize()).isFalse();
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
