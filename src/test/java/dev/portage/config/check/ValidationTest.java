package dev.portage.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.portage.config.Located;
import dev.portage.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in files, and where. */
class ValidationTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "OCEAN__PORT__CLIENT_ID", "id",
          "OCEAN__PORT__CLIENT_SECRET", "secret",
          "OCEAN__INTEGRATION__CONFIG__BASE_URL", "https://api.example.com");

  @TempDir Path directory;

  private Validation files(String... names) {
    Validation validation = new Validation(Map.of(), directory);
    validation.files(Stream.of(names).map(Path::of).toList(), List.of());
    return validation;
  }

  private List<String> problems(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
    return files(name).problems().stream().map(Located::toString).toList();
  }

  private static JsonNode yaml(String text) {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void everyProblemHasItsLineAndColumn() throws IOException {
    String mapping =
        """
        deleteDependentEntites: true
        resources:
          - kind: /a/{tid}/b
            selector:
              qurey: .x
              path_parameters:
                sid: {endpoint: /s, field: .id}
            port:
              entity:
                mappings:
                  identifier: .id
                  blueprint: '"usr"'
          - kind: /b
            selector:
              query: .state == 'open' and (.b
            port:
              entity:
                mappings:
                  identifier: .id
                  blueprint: '"usr"'
                  title: '.a + ''b'' ]'
                  icon: ".a\\"b"
                  properties:
                    block: |
                      .x |
                        .y == )
                    folded: >
                      .x ==
                      )
          - kind: /c
            port:
              entity:
                mapings: {}
        """;

    assertThat(problems("m.yml", mapping))
        .extracting(line -> line.replaceFirst("(; expected| does not compile).*", ""))
        .containsExactly(
            "m.yml:1:1: deleteDependentEntites: is no known key and has no effect",
            "m.yml:3:11: resources[0].kind: {tid} is not configured",
            "m.yml:5:7: resources[0].selector.qurey: is no known key and has no effect",
            "m.yml:15:35: resources[1].selector.query: \".state == 'open' and (.b\"",
            "m.yml:21:30: resources[1].port.entity.mappings.title: \".a + 'b' ]\"",
            "m.yml:22:20: resources[1].port.entity.mappings.icon: \".a\"b\"",
            "m.yml:26:23: resources[1].port.entity.mappings.properties.block: \".x | .y == )\"",
            "m.yml:27:21: resources[1].port.entity.mappings.properties.folded: \".x == )\"",
            "m.yml:32:7: resources[2].port.entity.mappings: is missing",
            "m.yml:33:9: resources[2].port.entity.mapings: is no known key and has no effect");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qurey: .x        | (did you mean query?)",
        "data-pth: .x     | (did you mean data_path?)",
        "queryParamz: {}  | (did you mean query_params?)",
        "zzz: 1           | max_concurrent_requests, schedule"
      })
  void anUnknownKeyNamesTheNearestKnownOne(String line, String end) throws IOException {
    String mapping =
        "resources: [{kind: /a, selector: {%s}, port: {entity: {mappings: {identifier: .i,"
            + " blueprint: .b}}}}]";

    assertThat(problems("m.yml", mapping.formatted(line))).singleElement().asString().endsWith(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: []",
        "{resources: [{kind: /a, selector: {endpoint: /b, exportEnvVariables: [A]}, port: {entity:"
            + " {mappings: {identifier: .i, blueprint: .b}}}}]}",
        "x: &q {query: .a}\nresources: []",
      })
  void whatOceanKnowsAndDoesNotUseIsNoProblem(String mapping) throws IOException {
    assertThat(problems("m.yml", mapping).stream().filter(line -> !line.contains(" x: ")))
        .isEmpty();
  }

  @Test
  void aPathParameterThatNothingAsksForIsTold() throws IOException {
    String mapping =
        """
        resources:
          - kind: /a
            selector:
              path_parameters:
                sid: {endpoint: /s, field: .id}
            port: {entity: {mappings: {identifier: .id, blueprint: .b}}}
        """;

    assertThat(problems("m.yml", mapping))
        .containsExactly(
            "m.yml:5:9: resources[0].selector.path_parameters.sid: is not used; expected {sid} in"
                + " the kind /a, or in the endpoint of another parameter");
  }

  @Test
  void aliasesAndMergeKeysMeanWhatTheyStandFor() throws IOException {
    String mapping =
        """
        resources:
          - kind: /a
            selector: &paged {query: .active, data_path: .items}
            port: {entity: {mappings: &entity {identifier: &id .id, blueprint: '"a"', title: *id}}}
          - kind: /b
            selector: *paged
            port: {entity: {mappings: {<<: *entity, blueprint: '"b"'}}}
        """;
    Files.writeString(directory.resolve("m.yml"), mapping);

    Validation validation = files("m.yml");

    assertThat(validation.problems()).isEmpty();
    assertThat(validation.resources()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m.yml  | 'a: [1'          | m.yml:1:6: m.yml: is no YAML (line 1, column 6)",
        "m.yml  | 'a: 1\na: 2'     | m.yml:2:2: m.yml: has a key twice (line 2, column 2)",
        "m.yml  | 'a: *b'          | m.yml:1:4: m.yml: has an alias for which there is no anchor"
            + " before it (line 1)",
        "m.yml  | 'a: 1\n---\nb: 1' | m.yml:3:1: m.yml: holds a second document (line 3)",
        "m.yml  | ''               | m.yml:1:1: mapping: is empty",
        "m.yml  | 'text'           | m.yml:1:1: mapping: is a text",
        "m.json | '{\"a\": '       | m.json:1:7: m.json: is no JSON (line 1, column 7)",
      })
  void aFileThatIsNoneIsAnsweredInOneSentence(String name, String text, String start)
      throws IOException {
    assertThat(problems(name, text)).singleElement().asString().startsWith(start + "; expected ");
  }

  @Test
  void whatIsNoFileWithTextIsAnsweredInOneSentence() throws IOException {
    Files.createDirectory(directory.resolve("folder"));
    Files.write(
        directory.resolve("image"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff});
    Files.write(directory.resolve("long"), "a".repeat(4 << 20).getBytes(StandardCharsets.US_ASCII));

    assertThat(files("nowhere", "folder", "image", "long").problems())
        .extracting(Located::toString)
        .containsExactly(
            "folder:1:1: folder: is a folder; expected a file with YAML or JSON",
            "image:1:1: image: is no text in UTF-8; expected a file with YAML or JSON",
            "long:1:1: long: is longer than 3 MB; expected a file with YAML or JSON",
            "nowhere:1:1: nowhere: does not exist; expected a file with YAML or JSON");
  }

  @Test
  void aFileWhoseAliasesExplodeIsRefused() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    IntStream.range(1, 12)
        .forEach(
            i -> {
              String before = "*a" + (i - 1) + ",";
              bomb.append("a%d: &a%d [%s]\n".formatted(i, i, before.repeat(9)));
            });

    assertThat(problems("m.yml", bomb.toString()))
        .singleElement()
        .asString()
        .contains("m.yml: has aliases that make more than 100000 values of it (line ");
  }

  @Test
  void aFileWithSettingsIsKnownByItsKeys() throws IOException {
    String settings =
        """
        integration:
          config:
            base_url: nowhere
            pageSize: many
            basUrl: x
            custom_headers: {A: [b]}
        """;

    assertThat(problems("any.yaml", settings))
        .extracting(line -> line.replaceFirst("; expected.*", ""))
        .containsExactly(
            "any.yaml:3:15: integration.config.base_url in any.yaml: has no scheme",
            "any.yaml:4:15: integration.config.pageSize in any.yaml: is \"many\"",
            "any.yaml:5:5: integration.config.basUrl in any.yaml: is no known key and has no"
                + " effect",
            "any.yaml:6:25: integration.config.custom_headers in any.yaml, key A: is a list");
  }

  @Test
  void theEnvironmentIsCheckedToo() throws IOException {
    Files.writeString(
        directory.resolve(".env"),
        "# ours\nexport OCEAN__INTEGRATION__CONFIG__TIMEOUT=never\nsecret text\n");
    Validation validation =
        new Validation(Map.of("OCEAN__INTEGRATION__CONFIG__PAGE_SIZE", "many"), directory);

    Optional<Settings> settings = validation.settings(List.of());

    assertThat(settings).isEmpty();
    assertThat(validation.problems())
        .extracting(located -> located.toString().replaceFirst("; expected.*", ""))
        .containsExactly(
            "OCEAN__INTEGRATION__CONFIG__BASE_URL: is missing",
            "OCEAN__INTEGRATION__CONFIG__PAGE_SIZE: is \"many\"",
            "OCEAN__PORT__CLIENT_ID: is missing",
            "OCEAN__PORT__CLIENT_SECRET: is missing",
            ".env:2:1: OCEAN__INTEGRATION__CONFIG__TIMEOUT in .env: is \"never\"",
            ".env:3:1: .env: is no assignment and was left out");
  }

  private static final String BLUEPRINTS =
      """
      blueprints:
        - identifier: user
          schema:
            properties: {email: {type: string}, age: {type: number}}
            required: [email, age]
          calculationProperties: {initials: {}}
          relations: {team: {target: team, required: true}, boss: {target: user}}
        - {identifier: guest, inferred: true}
      """;

  @Test
  void blueprintsSayWhatDoesNotFit() throws IOException {
    String mapping =
        """
        resources:
          - kind: /a
            port:
              entity:
                mappings:
                  identifier: .id
                  blueprint: '"user"'
                  properties:
                    age: .age
                    emial: .mail
                    initials: .i
                  relations: {bos: .boss}
          - kind: /b
            port: {entity: {mappings: {identifier: .id, blueprint: '"usr"'}}}
          - kind: /c
            port: {entity: {mappings: {identifier: .id, blueprint: '"guest"', properties: {a: .a}}}}
          - kind: /d
            port: {entity: {mappings: {identifier: .id, blueprint: .any, properties: {a: .a}}}}
        """;
    Files.writeString(directory.resolve("m.yml"), mapping);
    Validation validation = files("m.yml");
    assertThat(validation.problems()).isEmpty();

    validation.blueprints(new BlueprintRules(yaml(BLUEPRINTS)));

    String user = "resources[0].port.entity.mappings.";
    assertThat(validation.problems())
        .extracting(Located::toString)
        .containsExactly(
            "m.yml:8:11: %sproperties.email: is missing; expected a jq expression, since the blueprint \"user\" requires it"
                .formatted(user),
            "m.yml:10:20: %sproperties.emial: is no property of the blueprint \"user\"; expected one of email, age (did you mean email?)"
                .formatted(user),
            "m.yml:11:23: %sproperties.initials: is computed by Port; expected no mapping for it"
                .formatted(user),
            "m.yml:12:11: %srelations.team: is missing; expected a jq expression, since the blueprint \"user\" requires it"
                .formatted(user),
            "m.yml:12:28: %srelations.bos: is no relation of the blueprint \"user\"; expected one of team, boss (did you mean boss?)"
                .formatted(user),
            "m.yml:14:60: resources[1].port.entity.mappings.blueprint: there is no blueprint"
                + " \"usr\"; expected one that is there (did you mean user?)");
  }

  @Test
  void anotherMappingMayGiveWhatIsRequired() throws IOException {
    String mapping =
        """
        resources:
          - kind: /a
            port: {entity: {mappings: {identifier: .id, blueprint: '"user"', properties: {email: .m}}}}
          - kind: /b
            port:
              entity:
                mappings:
                  identifier: {combinator: '"and"', rules: [{property: '"email"', operator: '"="', value: .m}]}
                  blueprint: '"user"'
                  properties: {age: .age}
                  relations: {team: .t}
        """;
    Files.writeString(directory.resolve("m.yml"), mapping);
    Validation validation = files("m.yml");

    validation.blueprints(new BlueprintRules(yaml(BLUEPRINTS)));

    assertThat(validation.problems()).isEmpty();
  }

  @Test
  void aCatalogThatMakesBlueprintsMissesNone() throws IOException {
    Files.writeString(
        directory.resolve("m.yml"),
        "resources: [{kind: /a, port: {entity: {mappings: {identifier: .i, blueprint:"
            + " '\"new\"'}}}}]");
    Validation validation = files("m.yml");

    validation.blueprints(new BlueprintRules(yaml("{inferring: true, blueprints: []}")));

    assertThat(validation.problems()).isEmpty();
  }

  @Test
  void aMappingThatPortHoldsHasNoLines() {
    Validation validation = new Validation(COMPLETE, directory);
    Settings settings = validation.settings(List.of()).orElseThrow();

    validation.mapping(yaml("{resources: [{kind: /a, port: {entity: {mappings: {}}}}]}"), settings);

    assertThat(validation.problems())
        .extracting(Located::toString)
        .allMatch(line -> line.startsWith("resources[0].port.entity.mappings."))
        .hasSize(2);
  }
}
