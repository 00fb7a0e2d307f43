package dev.portage.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that editors use say what the readers say. */
class SchemasTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> mapping(String text) {
    return SchemaCheck.mistakes(Schemas.MAPPING, yaml(text));
  }

  private static List<String> settings(String text) {
    return SchemaCheck.mistakes(Schemas.PORTAGE, yaml(text));
  }

  @ParameterizedTest
  @EnumSource
  void theFileIsWhatTheTablesSay(Schemas schema) throws IOException {
    Path file = Path.of("docs/schema", schema.file());
    if (Boolean.getBoolean("portage.write-docs")) {
      Files.writeString(file, schema.text());
    }

    assertThat(Files.readString(file)).isEqualTo(schema.text());
  }

  static Stream<Path> mappings() throws IOException {
    return files("port-app-config.yml");
  }

  static Stream<Path> connections() throws IOException {
    return files("portage.yaml");
  }

  private static Stream<Path> files(String name) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("config", "examples", "src/main/resources/demo")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
          all.filter(path -> path.endsWith(name)).forEach(found::add);
        }
      }
    }
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void everyMappingOfTheProjectIsValid(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(mapping(text)).isEmpty();
    assertThat(text).startsWith("# yaml-language-server: $schema=");
    assertThat(schemaOf(file, text)).isEqualTo(Path.of("docs/schema", Schemas.MAPPING.file()));
  }

  @ParameterizedTest
  @MethodSource("connections")
  void everyConnectionOfTheProjectIsValid(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(settings(text)).isEmpty();
    assertThat(schemaOf(file, text)).isEqualTo(Path.of("docs/schema", Schemas.PORTAGE.file()));
  }

  private static Path schemaOf(Path file, String text) {
    String reference = text.lines().findFirst().orElseThrow().replaceFirst(".*\\$schema=", "");
    return file.resolveSibling(reference).normalize();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: []",
        "{create_missing_related_entities: 'yes', entity-deletion-threshold: '0.5'}",
        "resources: [{kind: /a, port: {entity: {mappings: [{identifier: 5, blueprint: .b}]}}}]",
        "resources: [{kind: /a, selector: {query: true, endpoint: /b, export_env_variables: [A]},"
            + " port: {items_to_parse: .l, entity: {mappings: {identifier: .i, blueprint: .b,"
            + " title: null}}}}]",
        "resources: [{kind: /a, selector: {queryParams: {a: [1, null], b: true}, method: post,"
            + " body: {c: [1]}, schedule: 0 3 * * 1-5, pagination: {type: Next-Link, pageSize: '5'},"
            + " maxConcurrentRequests: 2}, port: {entity: {mappings: {identifier: .i, blueprint: .b}}}}]",
        "resources: [{kind: api_resource, selector: {query: {endpoint: /a, method: GET}},"
            + " port: {entity: {mappings: {identifier: .i, blueprint: .b}}}}]",
        "resources: [{kind: '/a/{b}', selector: {pagination: none, path_parameters: {b: {endpoint: /b,"
            + " dataPath: .c, field: .d}}}, port: {entity: {mappings: {identifier: {combinator: .x,"
            + " rules: [{property: .a, operator: .b, value: 5}, {combinator: .y, rules: [{property: .a,"
            + " operator: .b, value: .c}]}]}, blueprint: .b}}}}]",
      })
  void whatTheReaderTakesIsValid(String mapping) {
    assertThat(mapping(mapping)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{query: ''}",
        "{query: {endpoint: /a}}",
        "{headers: {'X Y': a}}",
        "{headers: {X: \"secret\\n\"}}",
        "{method: FETCH}",
        "{qurey: .a}",
        "{path_parameters: {b: {field: .id}}}",
        "{path_parameters: {b: {endpoint: /b}}}",
        "{path_parameters: {b: {endpoint: /b, feld: .id, field: .id}}}",
        "{timeout: 0}",
        "{max_concurrent_requests: many}",
        "{pagination: pages}",
        "{pagination: [page]}",
        "{pagination: {type: page, pageSize: 0}}",
        "{pagination: {type: page, pgae_size: 1}}",
        "{pagination: {type: page, base_url: 1}}",
        "{schedule: hourly}",
        "{schedule: 15}",
        "{schedule: [15m]}",
      })
  void aMistakeThatTheSchemaCanKnowIsRefused(String selector) {
    String resource =
        "resources: [{kind: /a, selector: %s, port: {entity: {mappings: {identifier: .i, blueprint: .b}}}}]";

    assertThat(mapping(resource.formatted("{}"))).isEmpty();
    assertThat(mapping(resource.formatted(selector))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "integration: {config: {baseUrl: 'https://a.example.com', pageSize: '50', verifySsl: no}}",
        "integration: {config: {page_size: '{{ from env SIZE }}', authType: BASIC_AUTH}}",
        "integration: {config: '{\"base_url\": \"https://a.example.com\"}'}",
        "integration: {secrets: {apiToken: x, authValue: y}, type: custom}",
        "{eventListener: {type: polling, interval: 45, resyncOnStart: true}, lakehouseEnabled: true}",
        "{application: {logLevel: WARNING}, jq: {env: 'A,B'}, live_events: {any: thing}}",
      })
  void settingsThatTheReaderTakesAreValid(String settings) {
    assertThat(settings(settings)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "integration: {config: {base_url: api.example.com}}",
        "integration: {config: {page_size: 0}}",
        "integration: {config: {page_size: many}}",
        "integration: {config: {auth_type: bearr}}",
        "integration: {config: {custom_headers: [a]}}",
        "integration: {config: {timeout: 0}}",
        "integration: {config: {verify_ssl: perhaps}}",
        "integration: {config: {basUrl: 'https://a.example.com'}}",
        "integration: [config]",
        "event_listener: {type: SOMETIMES}",
        "scheduled_resync_interval: 0",
        "integratoin: {}",
      })
  void aWrongSettingIsRefused(String settings) {
    assertThat(settings(settings)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyPropertySaysWhatItIsForAndWhatMayStandThere(Schemas schema) {
    List<JsonNode> described =
        objects(schema.document())
            .flatMap(object -> object.path("properties").valueStream())
            .filter(property -> property.has("title"))
            .toList();

    assertThat(described).hasSizeGreaterThan(30);
    for (JsonNode property : described) {
      String title = property.path("title").asText();
      assertThat(property.path("description").asText()).as(title).endsWith(".");
      assertThat(property.propertyStream().map(Map.Entry::getKey))
          .as(title)
          .containsAnyOf("examples", "default", "$ref", "properties", "items", "anyOf", "then");
    }
  }

  private static Stream<JsonNode> objects(JsonNode node) {
    return Stream.concat(Stream.of(node), node.valueStream().flatMap(SchemasTest::objects));
  }

  @Test
  void aSchemaIsAValidSchema() {
    for (Schemas schema : Schemas.values()) {
      assertThat(schema.document().path("$schema").asText())
          .isEqualTo("https://json-schema.org/draft/2020-12/schema");
      assertThat(SchemaCheck.mistakesOfTheSchema(schema)).isEmpty();
    }
  }
}
