package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code portage validate} as a person or a pipeline calls it. */
class ValidateCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAPPING =
      "resources: [{kind: /a, port: {entity: {mappings: {identifier: .id, blueprint: '\"%s\"'}}}}]\n";

  @TempDir Path directory;

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "OCEAN__PORT__CLIENT_ID", "client",
              "OCEAN__PORT__CLIENT_SECRET", "client-secret",
              "OCEAN__INTEGRATION__CONFIG__BASE_URL", "https://api.example.com",
              "OCEAN__INTEGRATION__IDENTIFIER", "acme"));

  private record Said(int code, String out) {}

  private Said say(String... arguments) {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new ValidateCommand(environment, directory))
            .setOut(new PrintWriter(out))
            .execute(arguments);
    return new Said(code, out.toString());
  }

  private void write(String blueprint) throws IOException {
    Files.writeString(directory.resolve("m.yml"), MAPPING.formatted(blueprint));
  }

  @Test
  void aGoodMappingIsOneLineAndExitCode0() throws IOException {
    write("team");

    assertThat(say("m.yml", "--offline")).isEqualTo(new Said(0, "no problems, 1 resource read\n"));
  }

  @Test
  void aMistakeIsALineAndExitCode2() throws IOException {
    Files.writeString(directory.resolve("m.yml"), "resources: {}\n");

    assertThat(say("m.yml", "--offline"))
        .isEqualTo(
            new Said(
                2,
                "m.yml:1:12: resources: is an object; expected a list\n1 problem, 0 resources read\n"));
  }

  @Test
  void programsGetJson() throws IOException {
    Files.writeString(directory.resolve("m.yml"), "resources: {}\n");

    Said said = say("m.yml", "--offline", "--json");

    JsonNode report = JSON.readTree(said.out());
    assertThat(said.code()).isEqualTo(2);
    assertThat(report.path("problems").get(0))
        .isEqualTo(
            JSON.readTree(
                """
                {"file": "m.yml", "line": 1, "column": 12, "where": "resources",
                 "found": "is an object", "expected": "a list"}
                """));
    assertThat(report.path("resources").asInt()).isZero();
  }

  @Test
  void blueprintsOfAReachablePortAreCompared() throws IOException {
    LocalCatalog catalog = new LocalCatalog(false);
    catalog.define(JSON.readTree("[{\"identifier\": \"team\", \"schema\": {\"properties\": {}}}]"));
    try (LocalCatalogServer port = LocalCatalogServer.start(catalog, 0)) {
      environment.put("OCEAN__PORT__BASE_URL", port.url());
      write("taem");

      Said said = say("m.yml");

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.out())
          .startsWith(
              "m.yml:1:79: resources[0].port.entity.mappings.blueprint: there is no blueprint")
          .contains(
              "(did you mean team?)\n1 problem, 1 resource read; compared with 1 blueprint of ")
          .endsWith(port.url() + "\n");
      assertThat(catalog.blueprintIdentifiers()).containsExactly("team");

      write("team");
      assertThat(say("m.yml").code()).isZero();
    }
  }

  @Test
  void withoutFilesTheMappingThatPortHoldsIsChecked() throws IOException {
    LocalCatalog catalog = new LocalCatalog(true);
    catalog.install("acme", JSON.readTree("{\"resources\": [{\"kind\": 5}]}"));
    try (LocalCatalogServer port = LocalCatalogServer.start(catalog, 0)) {
      environment.put("OCEAN__PORT__BASE_URL", port.url());

      Said said = say();

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.out()).startsWith("resources[0].port.entity.mappings: is missing");
    }
  }

  @Test
  void withoutFilesTheMappingFileIsChecked() throws IOException {
    environment.put("PORTAGE__MAPPING_FILE", directory.resolve("m.yml").toString());
    write("team");

    assertThat(say("--offline").out()).isEqualTo("no problems, 1 resource read\n");
  }

  @Test
  void whatTheEnvironmentLacksMattersOnlyWithoutFiles() throws IOException {
    environment.clear();
    write("team");

    assertThat(say("m.yml").code()).isZero();
    Said said = say();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).contains("OCEAN__PORT__CLIENT_ID: is missing", "3 problems");
  }

  @Test
  void aPortThatDoesNotAnswerIsSaidAndIsNoProblem() throws IOException {
    environment.put("OCEAN__PORT__BASE_URL", "http://127.0.0.1:1");
    write("team");

    Said said = say("m.yml");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith("no problems, 1 resource read; Port was not asked for blueprints: ")
        .doesNotContain("client-secret");
  }
}
