package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.Secret;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest extends SettingsFixture {

  @Test
  void everythingCanBeSetOtherwise() {
    environment.put("PORTAGE__HTTP__HOST", "0.0.0.0");
    environment.put("APPLICATION__PORT", "9000");
    environment.put("PORTAGE__HTTP__TOKEN", "canary-token\n");
    environment.put("PORTAGE__HTTP__PUBLIC", "Metrics, page");
    environment.put("PORTAGE__HTTP__ALLOWED_HOSTS", "[\"Portage.example.com\"]");

    HttpSettings http = read().run().http();

    assertThat(http)
        .isEqualTo(
            new HttpSettings(
                "0.0.0.0",
                9000,
                new Secret("canary-token"),
                Set.of("health", "metrics", "page"),
                Set.of("portage.example.com"),
                ""));
    assertThat(http.toString()).doesNotContain("canary");
  }

  @Test
  void anAreaThatIsNoneIsTold() {
    environment.put("PORTAGE__HTTP__PUBLIC", "metric, hawtio");

    assertThat(problems())
        .map(Problem::toString)
        .containsExactly(
            "PORTAGE__HTTP__PUBLIC: names \"metric\"; expected any of health, metrics, page (did"
                + " you mean metrics?)",
            "PORTAGE__HTTP__PUBLIC: names \"hawtio\"; expected any of health, metrics, page");
  }

  @ParameterizedTest
  @CsvSource({
    "ocean, /ocean",
    "/ocean, /ocean",
    "ocean/, /ocean",
    "/ocean/, /ocean",
    "' /ocean ', /ocean",
    "/a/b.c_d~e-f, /a/b.c_d~e-f",
    "/api, /api",
    "/observed, /observed",
    "..., /...",
    "/, ''",
    "'', ''",
    "' ', ''",
  })
  void aPathPrefixIsBroughtIntoOneForm(String given, String form) {
    environment.put("OCEAN__PATH_PREFIX", given);

    assertThat(read().run().http().pathPrefix()).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a b",
        "..",
        "/a/../b",
        "/./a",
        "//a",
        "/a//b",
        "/a//",
        "/a?b",
        "/a#b",
        "/a%20b",
        "/{a}",
        "/{{a}}",
        "/a;b",
        "/a\\b",
        "/ä",
        "https://example.com/a"
      })
  void aPathPrefixThatIsNoPathIsTold(String given) {
    environment.put("OCEAN__PATH_PREFIX", given);

    assertThat(problems())
        .map(Problem::toString)
        .containsExactly(
            "OCEAN__PATH_PREFIX: is no plain path; expected a path such as /ocean: letters, digits,"
                + " . _ ~ -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinds", "/observe/", "/hawtio/x", "/api/status", "/resync"})
  void aPathPrefixWhereSomethingElseIsIsTold(String given) {
    environment.put("OCEAN__PATH_PREFIX", given);

    assertThat(problems())
        .map(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("OCEAN__PATH_PREFIX: lies at /")
        .contains("; expected a path such as /ocean");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false",
    "127.1.2.3, false",
    "localhost, false",
    "LOCALHOST, false",
    "::1, false",
    "[::1], false",
    "0:0:0:0:0:0:0:1, false",
    "0.0.0.0, true",
    "::, true",
    "10.0.0.7, true",
    "portage.example.com, true",
    "localhost.example.com, true",
    "127.0.0.1.example.com, true",
  })
  void onlyALoopbackNameIsNotExposed(String host, boolean exposed) {
    environment.put("PORTAGE__HTTP__HOST", host);

    assertThat(read().run().http().isExposed()).isEqualTo(exposed);
  }
}
