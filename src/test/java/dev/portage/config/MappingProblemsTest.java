package dev.portage.config;

import static dev.portage.config.ConfigTesting.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portage.config.schema.SchemaCheck;
import dev.portage.config.schema.Schemas;
import dev.portage.jq.JqOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from a mistake in a mapping: refused, stopped, or a field left out. */
class MappingProblemsTest {
  private static final String MAPPINGS = "identifier: .id, blueprint: '\"user\"'";

  private static MappingDocument read(String yaml) {
    return MappingReader.read(json(yaml), ConfigTesting.source(), JqOptions.DEFAULT);
  }

  private static List<Problem> refusal(String yaml) {
    ConfigException refusal = catchThrowableOfType(ConfigException.class, () -> read(yaml));
    return refusal == null ? List.of() : refusal.problems();
  }

  private static String resource(String kind, String selector, String port) {
    return "{kind: %s, selector: %s, port: %s}".formatted(kind, selector, port);
  }

  private static String entity(String mappings) {
    return "{entity: {mappings: {" + mappings + "}}}";
  }

  private static String document(String... resources) {
    return "resources: [" + String.join(", ", resources) + "]";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[] | mapping: is a list; expected an object",
        "null | mapping: is null; expected an object",
        "{resources: {}} | resources: is an object; expected a list",
        "{resources: [5]} | resources[0]: is 5; expected an object with kind, selector and port",
        "{entityDeletionThreshold: 1.5} | entityDeletionThreshold: is 1.5; expected a number from 0"
            + " to 1",
        "{entityDeletionThreshold: much} | entityDeletionThreshold: is \"much\"",
        "{enableMergeEntity: maybe} | enableMergeEntity: is \"maybe\"; expected true or false",
      })
  void aWrongRootIsRefused(String yaml, String expected) {
    assertThat(refusal(yaml)).singleElement().asString().startsWith(expected);
    assertThat(SchemaCheck.mistakes(Schemas.MAPPING, json(yaml))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "identifier: .id | blueprint: is missing",
        "blueprint: .b | identifier: is missing; expected a jq expression or a search query",
        "identifier: null, blueprint: .b | identifier: is null",
        "identifier: [.id], blueprint: .b | identifier: is a list",
        "identifier: .id, blueprint: {a: b} | blueprint: is an object",
        "identifier: .id, blueprint: .b, title: [a] | title: is a list",
        "identifier: .id, blueprint: .b, properties: [a] | properties: is a list; expected an"
            + " object",
        "identifier: .id, blueprint: .b, properties: {a: null} | properties.a: is null",
        "identifier: .id, blueprint: .b, properties: {a: {b: c}} | properties.a: is an object",
        "identifier: .id, blueprint: .b, relations: {a: []} | relations.a: is a list",
        "identifier: .id, blueprint: .b, relations: {a: {rules: [{property: .a, operator: .b,"
            + " value: .c}]}} | relations.a.combinator: is missing",
        "identifier: .id, blueprint: .b, relations: {a: {combinator: .x, rules: []}} |"
            + " relations.a.rules: is a list; expected a list with at least one rule",
        "identifier: .id, blueprint: .b, team: {combinator: .x, rules: [5]} | team.rules[0]: is 5",
        "identifier: .id, blueprint: .b, team: {combinator: .x, rules: [{property: .a, operator:"
            + " .b}]} | team.rules[0].value: is missing",
      })
  void aWrongStructureOfTheEntityIsRefused(String mappings, String expected) {
    String yaml = document(resource("/a", "{}", entity(mappings)));

    assertThat(refusal(yaml))
        .singleElement()
        .asString()
        .startsWith("resources[0].port.entity.mappings." + expected);
    assertThat(SchemaCheck.mistakes(Schemas.MAPPING, json(yaml))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'' | {} | kind: is \"\"; expected the path of an endpoint",
        "null | {} | kind: is null",
        "{} | {} | kind: is an object",
        "/a | [] | selector: is a list",
        "/a | {query: {a: 1}} | selector.query: is an object",
        "/a | {query: null} | selector.query: is null",
        "/a | {data_path: [.a]} | selector.data_path: is a list",
        "/a | {query_params: [a]} | selector.query_params: is a list",
        "/a | {query_params: {a: {b: c}}} | selector.query_params.a: is an object",
        "/a | {query_params: {a: [[1]]}} | selector.query_params.a[0]: is a list",
        "/a | {headers: {A: [secret]}} | selector.headers.A: is a list; expected a text",
        "/a | {body: secret} | selector.body: is a text; expected an object or a list",
        "/a/{b} | {path_parameters: [b]} | selector.path_parameters: is a list",
      })
  void aWrongStructureOfTheSelectorIsRefused(String kind, String selector, String expected) {
    String yaml =
        document(resource("\"" + kind + "\"", selector, entity(MAPPINGS)))
            .replace("\"''\"", "''")
            .replace("\"null\"", "null")
            .replace("\"{}\"", "{}");

    assertThat(refusal(yaml)).singleElement().asString().startsWith("resources[0]." + expected);
    assertThat(SchemaCheck.mistakes(Schemas.MAPPING, json(yaml))).isNotEmpty();
  }

  @Test
  void aRefusalNamesEveryMistakeOfEveryResource() {
    assertThat(
            refusal(
                document(
                    resource("/a", "{query: []}", entity("blueprint: .b")),
                    "{selector: {}}",
                    resource("/c", "{}", "{entity: {mappings: []}}"))))
        .extracting(Problem::path)
        .containsExactly(
            "resources[0].selector.query",
            "resources[0].port.entity.mappings.identifier",
            "resources[1].kind",
            "resources[2].port.entity.mappings");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "/a | {query: '.active =='} | selector.query: is \".active ==\" does not compile",
        "/a | {query: ''} | selector.query: is empty",
        "/a | {data_path: '.a['} | selector.data_path",
        "/a | {headers: {'X Y': a}} | selector.headers.X Y: is no name of a header",
        "/a | {headers: {X: \"secret\\n\"}} | selector.headers.X: has a line break",
        "/a | {method: FETCH} | selector.method: is \"FETCH\"; expected one of GET, POST",
        "/a/{b} | {} | kind: {b} is not configured; expected"
            + " resources[1].selector.path_parameters.b",
        "/a/{b} | {path_parameters: {b: {field: .id}}} | selector.path_parameters.b.endpoint: is"
            + " missing",
        "/a/{b} | {path_parameters: {b: {endpoint: /b}}} | selector.path_parameters.b.field: is"
            + " missing",
        "/a/{b} | {path_parameters: {b: {endpoint: /b, field: '.id ('}}} |"
            + " selector.path_parameters.b.field",
        "/a/{b} | {path_parameters: {b: {endpoint: /b, field: .id, filter: '('}}} |"
            + " selector.path_parameters.b.filter",
        "/a/{b} | {path_parameters: {b: {endpoint: /b, feld: .id, field: .id}}} |"
            + " selector.path_parameters.b.feld: is no known key; expected one of endpoint, method,"
            + " query_params, headers, data_path, field, filter (did you mean field?)",
        "/a/{b} | {path_parameters: {b: {endpoint: '/{b}/b', field: .id}}} |"
            + " selector.path_parameters.b.endpoint: the path parameters need each other: b → b",
        "/a/{b} | {path_parameters: {b: {endpoint: '/{c}', field: .id}, c: {endpoint: '/{b}',"
            + " field: .id}}} | selector.path_parameters.c.endpoint: the path parameters need each"
            + " other: b → c → b",
        "/a/{b} | {path_parameters: {b: {endpoint: '/{c}', field: .id}}} |"
            + " selector.path_parameters.b.endpoint: {c} is not configured",
        "/a | {timeout: 0} | selector.timeout: is 0; expected a number of seconds",
        "/a | {max_concurrent_requests: many} | selector.max_concurrent_requests: is \"many\"",
        "/a | {pagination: pages} | selector.pagination: is \"pages\"",
        "/a | {pagination: [page]} | selector.pagination: is a list; expected none, or an object"
            + " with type",
        "/a | {pagination: {page_size: 5}} | selector.pagination.type: is missing",
        "/a | {pagination: {type: page, pageSize: 0}} | selector.pagination.pageSize: is 0",
        "/a | {pagination: {type: page, pgae_size: 1}} | selector.pagination.pgae_size: is no known"
            + " key",
        "/a | {pagination: {type: page, base_url: 1}} | selector.pagination.base_url: is no known"
            + " key",
      })
  void aMistakeOfTheSelectorStopsThatResourceOnly(String kind, String selector, String expected) {
    MappingDocument document =
        read(
            document(
                resource("/good", "{}", entity(MAPPINGS)),
                resource("\"" + kind + "\"", selector, entity(MAPPINGS))));

    assertThat(document.resources()).extracting(Resource::kind).containsExactly("/good");
    assertThat(document.stopped())
        .singleElement()
        .satisfies(
            stopped -> {
              assertThat(stopped.index()).isEqualTo(1);
              assertThat(stopped.kind()).isEqualTo(kind);
              assertThat(stopped.problems())
                  .singleElement()
                  .asString()
                  .startsWith("resources[1]." + expected.replace("is \".active", "\".active"));
            });
    assertThat(document.problems()).isEqualTo(document.stopped().get(0).problems());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "identifier: '.id (', blueprint: .b | identifier",
        "identifier: .id, blueprint: '.b (' | blueprint",
        "identifier: {combinator: and, rules: [{property: .a, operator: .b, value: .c}]},"
            + " blueprint: .b | identifier.combinator",
      })
  void anEntityWithoutIdentifierOrBlueprintStopsItsResource(String mappings, String expected) {
    MappingDocument document = read(document(resource("/a", "{}", entity(mappings))));

    assertThat(document.resources()).isEmpty();
    assertThat(document.stopped().get(0).problems())
        .singleElement()
        .extracting(Problem::path)
        .isEqualTo("resources[0].port.entity.mappings." + expected);
  }

  @Test
  void itemsToParseThatDoNotCompileStopTheirResource() {
    MappingDocument document =
        read(
            document(
                resource(
                    "/a", "{}", "{itemsToParse: '.a (', entity: {mappings: {" + MAPPINGS + "}}}")));

    assertThat(document.stopped().get(0).problems())
        .extracting(Problem::path)
        .containsExactly("resources[0].port.itemsToParse");
  }

  @Test
  void anotherFieldThatDoesNotCompileIsLeftOut() {
    MappingDocument document =
        read(
            document(
                resource(
                    "/a",
                    "{}",
                    entity(
                        MAPPINGS
                            + ", title: '.t (', icon: '(', team: '.t (',"
                            + " properties: {good: .a, bad: '.b (', empty: ''},"
                            + " relations: {good: .a, bad: {combinator: '.c (', rules:"
                            + " [{property: .a, operator: '.o (', value: .c}]}}"))));

    assertThat(document.stopped()).isEmpty();
    assertThat(document.resources())
        .singleElement()
        .satisfies(
            resource -> {
              assertThat(resource.mapping().title()).isNull();
              assertThat(resource.mapping().icon()).isNull();
              assertThat(resource.mapping().team()).isNull();
              assertThat(resource.mapping().properties()).containsOnlyKeys("good");
              assertThat(resource.mapping().relations()).containsOnlyKeys("good");
            });
    assertThat(document.problems())
        .extracting(problem -> problem.path().replace("resources[0].port.entity.mappings.", ""))
        .containsExactly(
            "title",
            "icon",
            "team",
            "properties.bad",
            "properties.empty",
            "relations.bad.combinator",
            "relations.bad.rules[0].operator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hourly      | is \"hourly\"; expected an interval such as 15m",
        "15          | is 15; expected an interval such as 15m",
        "'0 3 1 * 1' | is \"0 3 1 * 1\"; expected a cron expression with * for",
        "[15m]       | is a list; expected an interval such as 15m"
      })
  void aScheduleThatIsNoneIsLeftOut(String schedule, String problem) {
    MappingDocument document =
        read(document(resource("/a", "{schedule: " + schedule + "}", entity(MAPPINGS))));

    assertThat(document.stopped()).isEmpty();
    assertThat(document.resources().get(0).selector().schedule()).isNull();
    assertThat(document.problems())
        .singleElement()
        .asString()
        .startsWith("resources[0].selector.schedule: " + problem);
  }

  @Test
  void aMistakeInAFileSaysWhereItStands(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("m.yml");
    Files.writeString(
        file, document(resource("/a", "{query: '.a =='}", entity(MAPPINGS))).replace("[", "[\n  "));

    MappingDocument read = MappingReader.read(file, ConfigTesting.source(), JqOptions.DEFAULT);

    assertThat(read.problems())
        .isEqualTo(read.stopped().get(0).problems())
        .singleElement()
        .asString()
        .startsWith(file + ":2:38: resources[0].selector.query: \".a ==\" does not compile");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    ConfigException refusal =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                MappingReader.read(
                    Path.of("nowhere.yml"), ConfigTesting.source(), JqOptions.DEFAULT));

    assertThat(refusal.problems())
        .containsExactly(new Problem("nowhere.yml", "does not exist", "a file with YAML or JSON"));
  }
}
