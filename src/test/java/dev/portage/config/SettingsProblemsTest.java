package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in the connection gives one problem that names the setting. */
class SettingsProblemsTest extends SettingsFixture {
  private static final String TEMPLATE = "{\"headers\": {\"A\": \"{{.a}}\"}}";

  private void custom(String request, String template) {
    environment.put(CONFIG + "AUTH_TYPE", "custom");
    environment.put(CONFIG + "CUSTOM_AUTH_REQUEST", request);
    environment.put(CONFIG + "CUSTOM_AUTH_REQUEST_TEMPLATE", template);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OCEAN__INTEGRATION__CONFIG__BASE_URL | | is missing",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL | api.example.com | has no scheme",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL | ftp://a.b/ | has the scheme ftp",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL | https:///x | has no host name",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL | https://a.b/?key=canary | has a query string",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL | https://a.b/#x | has a fragment",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL | https://u:canary@a.b | user name or password",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL | https://a b | is no address",
        "OCEAN__PORT__BASE_URL | port | has no scheme",
        "OCEAN__PORT__CLIENT_SECRET | | is missing",
        "OCEAN__INTEGRATION__CONFIG__AUTH_TYPE | basicauth | did you mean basic?",
        "OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE | skip_token | did you mean next_link?",
        "OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE | pages | did you mean page?",
        "OCEAN__INTEGRATION__CONFIG__MAX_CONCURRENT_REQUESTS | 0 | from 1 to 10000",
        "OCEAN__INTEGRATION__CONFIG__MAX_PAGES | -1 | a whole number from 1",
        "OCEAN__INTEGRATION__CONFIG__TIMEOUT | -1 | a number of seconds",
        "OCEAN__INTEGRATION__CONFIG__TIMEOUT | 0 | a number of seconds",
        "OCEAN__INTEGRATION__CONFIG__ALLOWED_HOSTS | a b | \"a b\"",
        "OCEAN__UPSERT_ENTITIES_BATCH_MAX_LENGTH | 21 | from 1 to 20",
        "OCEAN__SCHEDULED_RESYNC_INTERVAL | 0 | from 1",
        "OCEAN__EVENT_LISTENER__TYPE | POLING | did you mean POLLING?",
        "OCEAN__EVENT_LISTENER__INTERVAL | 0 | at least 1",
        "OCEAN__ACTIONS_PROCESSOR__ENABLED | true | runs no actions",
        "OCEAN__CREATE_PORT_RESOURCES_ORIGIN | Mine | one of Default, Port, Empty",
        "APPLICATION__PORT | 70000 | from 0 to 65535",
        "APPLICATION__LOG_LEVEL | loud | one of ERROR, WARN, INFO, DEBUG",
        "PORTAGE__MAPPING_FILE | missing.yml | does not exist",
      })
  void oneMistakeIsOneProblem(String name, String value, String expected) {
    environment.put(name, value == null ? "" : value);

    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(name);
              assertThat(problem.toString()).contains(expected).doesNotContain("canary");
            });
  }

  @ParameterizedTest
  @CsvSource({"bearer_token, API_TOKEN", "api_key,      API_KEY", "basic,        USERNAME"})
  void missingCredentialsAreNamed(String type, String key) {
    environment.put(CONFIG + "AUTH_TYPE", type);

    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(CONFIG + key);
              assertThat(problem.found()).isEqualTo("is missing");
            });
  }

  @Test
  void aSlipInARequiredNameIsPointedOut() {
    environment.remove(CONFIG + "BASE_URL");
    environment.put(CONFIG + "BASEURL", "https://api.example.com");
    environment.put(CONFIG + "AUTH_TYPE", "api_key");
    environment.put(CONFIG + "APIKEY", "canary");

    assertThat(problems())
        .extracting(Problem::found)
        .containsExactly(
            "is missing; " + CONFIG + "BASEURL is not known",
            "is missing; " + CONFIG + "APIKEY is not known");
  }

  @ParameterizedTest
  @CsvSource({"bearer_token, API_TOKEN", "api_key, API_KEY"})
  void aCredentialOfTwoLinesIsRefused(String type, String key) {
    environment.put(CONFIG + "AUTH_TYPE", type);
    environment.put(CONFIG + key, "canary\nX-Injected: 1");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith(CONFIG + key + ": has a line break")
        .doesNotContain("canary");
  }

  @Test
  void theNameOfTheKeysHeaderIsChecked() {
    environment.put(CONFIG + "AUTH_TYPE", "api_key");
    environment.put(CONFIG + "API_KEY", "k");
    environment.put(CONFIG + "API_KEY_HEADER", "X Key");

    assertThat(problems()).extracting(Problem::path).containsExactly(CONFIG + "API_KEY_HEADER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'WEBHOOK'} | OCEAN__EVENT_LISTENER__APP_HOST: is missing; expected the public",
        "{'type': 'KAFKA', 'brokers': 'a'} | brokers in OCEAN__EVENT_LISTENER: has \"a\"; expected host:port",
        "{'type': 'KAFKA', 'brokers': 'a:1,http://b:1'} | brokers in OCEAN__EVENT_LISTENER: has \"http://b:1\"",
        "{'type': 'KAFKA', 'brokers': 'a:1', 'securityProtocol': 'SASL'} | expected one of SASL_SSL,",
        "{'type': 'ONCE', 'shouldResync': false} | shouldResync in OCEAN__EVENT_LISTENER: is false, and ONCE"
      })
  void whatAListenerNeedsIsNamed(String json, String problem) {
    environment.put("OCEAN__EVENT_LISTENER", json.replace('\'', '"'));

    assertThat(problems()).singleElement().asString().contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"body\": {\"a\": 1}} | CUSTOM_AUTH_REQUEST__ENDPOINT: is missing",
        "{\"endpoint\": \"/t\", \"body\": {\"a\": 1}, \"bodyForm\": \"canary\"} | both body and bodyForm",
        "{\"endpoint\": \"/t\", \"methd\": \"GET\"} | did you mean method?",
        "{\"endpoint\": \"/t\", \"method\": \"FETCH\"} | one of GET, POST, PUT, PATCH, DELETE",
        "{\"endpoint\": \"/t\", \"headers\": {\"X\": [\"canary\"]}} | key X: is a list",
        "{\"endpoint\": \"/t\", \"body\": [1]} | is no object",
        "{\"endpoint\": \"/t\", \"reauthenticateIntervalSeconds\": 0} | at least 1",
        "{\"endpoint\": \"https:///t\"} | a path, or an http or https address",
      })
  void aWrongLoginIsRefused(String request, String expected) {
    custom(request, TEMPLATE);

    assertThat(problems()).singleElement().asString().contains(expected).doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | is missing or empty",
        "{\"headers\": {}} | is missing or empty",
        "{\"header\": {\"A\": \"{{.a}}\"}, \"body\": {\"a\": 1}} | did you mean headers?",
        "{\"headers\": {\"A\": \"{{ token }}\"}} | key A: has a malformed {{…}}",
        "{\"queryParams\": {\"A\": \"{{.}}\"}} | key A: has a malformed {{…}}",
        "{\"body\": {\"a\": {\"b\": [\"{{a}}\"]}}} | key a.b[]: has a malformed {{…}}",
      })
  void aWrongTemplateIsRefused(String template, String expected) {
    custom("{\"endpoint\": \"/t\"}", template);

    assertThat(problems()).singleElement().asString().contains(expected);
  }

  @Test
  void customWithoutAnythingLacksBothParts() {
    environment.put(CONFIG + "AUTH_TYPE", "custom");

    assertThat(problems())
        .extracting(Problem::path)
        .containsExactly(
            CONFIG + "CUSTOM_AUTH_REQUEST__ENDPOINT", CONFIG + "CUSTOM_AUTH_REQUEST_TEMPLATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"X Y\": \"1\"} | key X Y: is no name of a header",
        "{\"X\": \"canary\\n\"} | key X: has a line break",
        "{\"X\": {\"a\": \"canary\"}} | key X: is an object",
      })
  void aWrongHeaderIsRefused(String json, String expected) {
    environment.put(CONFIG + "CUSTOM_HEADERS", json);

    assertThat(problems()).singleElement().asString().contains(expected).doesNotContain("canary");
  }

  @Test
  void aMistakeInAFileIsNamedAsItWasTyped() throws IOException {
    Files.writeString(directory.resolve("config.yaml"), "integration: {config: {pageSize: many}}");

    assertThat(problems())
        .singleElement()
        .extracting(Problem::path)
        .isEqualTo("integration.config.pageSize in config.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port: [canary | config.yaml: is no YAML (line",
        "{a: 1, a: 2} | config.yaml: has a key twice (line 1",
        "[1] | config.yaml: is no object",
        "port: 5 | port in config.yaml: is no object",
      })
  void aFileThatIsNoConfigurationIsRefused(String text, String expected) throws IOException {
    Files.writeString(directory.resolve("config.yaml"), text);

    assertThat(problems()).singleElement().asString().startsWith(expected).doesNotContain("canary");
  }

  @Test
  void aFileThatWasNamedMustExist() {
    environment.put("PORTAGE_CONFIG", "nowhere.yaml");

    assertThat(problems())
        .containsExactly(new Problem("nowhere.yaml", "does not exist", "a file with YAML or JSON"));
  }
}
