package dev.portage.config;

import static dev.portage.config.ConfigTesting.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.portage.catalog.ContentHash;
import dev.portage.http.ApiRequest;
import dev.portage.jq.JqOptions;
import dev.portage.mapping.Expression;
import dev.portage.mapping.FieldValue;
import dev.portage.mapping.ItemsToParse;
import dev.portage.mapping.PathParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReaderTest {

  private static MappingDocument read(String yaml) {
    return MappingReader.read(json(yaml), ConfigTesting.source(), JqOptions.DEFAULT);
  }

  private static Resource resource(String selector) {
    return resource(selector, "identifier: .id\nblueprint: '\"user\"'");
  }

  private static Resource resource(String selector, String mappings) {
    MappingDocument document =
        read(
            """
            resources:
              - kind: /users
                selector: %s
                port:
                  entity:
                    mappings:
            %s
            """
                .formatted(selector, mappings.indent(10)));
    assertThat(document.problems()).isEmpty();
    return document.resources().get(0);
  }

  private static String text(Expression expression) {
    return expression.program().text();
  }

  private static String text(FieldValue value) {
    return text(((FieldValue.Jq) value).expression());
  }

  @Test
  void everyDefaultIsPinned() {
    assertThat(read("{}"))
        .isEqualTo(
            new MappingDocument(
                true,
                true,
                true,
                0.9,
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                ContentHash.of(JsonNodeFactory.instance.objectNode())));

    Resource resource = resource("{}");

    assertThat(resource.index()).isZero();
    assertThat(resource.kind()).isEqualTo("/users");
    assertThat(resource.itemsToParse()).isNull();
    assertThat(resource.literalBlueprint()).contains("user");
    assertThat(resource.blueprintText()).isEqualTo("\"user\"");
    Selector selector = resource.selector();
    assertThat(selector.query()).isEqualTo("true");
    assertThat(selector.request().method()).isEqualTo("GET");
    assertThat(selector.request().query().isEmpty()).isTrue();
    assertThat(selector.request().headers()).isEmpty();
    assertThat(selector.request().body()).isNull();
    assertThat(selector.dataPath().expression()).isNull();
    assertThat(selector.pathParameters()).isEmpty();
    assertThat(selector.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(selector.maxConcurrentRequests()).isEqualTo(10);
    assertThat(resource.mapping().title()).isNull();
    assertThat(resource.mapping().team()).isNull();
    assertThat(resource.mapping().properties()).isEmpty();
  }

  @Test
  void theRootIsReadInBothCases() {
    MappingDocument document =
        read(
            """
            create_missing_related_entities: false
            deleteDependentEntities: "false"
            enable_merge_entity: false
            entityDeletionThreshold: 0.4
            somethingElse: 1
            """);

    assertThat(document.createMissingRelatedEntities()).isFalse();
    assertThat(document.deleteDependentEntities()).isFalse();
    assertThat(document.enableMergeEntity()).isFalse();
    assertThat(document.entityDeletionThreshold()).isEqualTo(0.4);
  }

  @Test
  void readsASelector() {
    Selector selector =
        resource(
                """
                {query: ".a == 'b'", method: post, dataPath: .items,
                 query_params: {a: 1, b: [x, 2], c: null, d: true}, headers: {X-A: 1},
                 body: {k: [1]}, endpoint: /ignored, anything: {else: 1}}""")
            .selector();

    assertThat(selector.query()).isEqualTo(".a == \"b\"");
    assertThat(selector.request().method()).isEqualTo("POST");
    assertThat(selector.request().query()).hasToString("a=1&b=x&b=2&c=&d=true");
    assertThat(selector.request().headers()).containsEntry("X-A", "1");
    assertThat(selector.request().body()).isEqualTo(new ApiRequest.Json(json("{k: [1]}")));
    assertThat(selector.dataPath().expression())
        .extracting(Expression::path)
        .isEqualTo("resources[0].selector.dataPath");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{query: true} | true", "{} | true", "{query: '.a'} | .a", "null | true"})
  void theQueryMayBeMissingOrABoolean(String selector, String query) {
    assertThat(resource(selector).selector().query()).isEqualTo(query);
  }

  @Test
  void readsEveryFieldOfAMapping() {
    Resource resource =
        resource(
            "{}",
            """
            identifier: .id
            blueprint: .type
            title: "'User' + .name"
            icon: 5
            team: .teams
            properties: {n: 5, yes: true, text: .text}
            relations: {team: .team}
            """);

    assertThat(resource.literalBlueprint()).isEmpty();
    assertThat(text(resource.mapping().identifier())).isEqualTo(".id");
    assertThat(resource.mapping().icon()).extracting(MappingReaderTest::text).isEqualTo("5");
    assertThat(resource.mapping().properties()).containsOnlyKeys("n", "yes", "text");
    assertThat(text(resource.mapping().properties().get("yes"))).isEqualTo("true");
    assertThat(resource.mapping().properties().get("text").path())
        .isEqualTo("resources[0].port.entity.mappings.properties.text");
    assertThat(text(resource.mapping().relations().get("team"))).isEqualTo(".team");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"user\" | user",
        "'user' | user",
        "\"a\\\"b\" | a\"b",
        ".type | ",
        "\"a\" + .b | ",
        "\"x\\(.a)\" | ",
        "\"\" | ",
      })
  void aQuotedBlueprintIsALiteral(String typed, String literal) {
    String mappings =
        "identifier: .id\nblueprint: "
            + com.fasterxml.jackson.databind.node.TextNode.valueOf(typed);

    assertThat(resource("{}", mappings).literalBlueprint()).isEqualTo(Optional.ofNullable(literal));
  }

  @Test
  void searchQueriesMayNest() {
    Resource resource =
        resource(
            "{}",
            """
            identifier: {combinator: '"and"', rules: [{property: '"m"', operator: '"="', value: .m}]}
            blueprint: '"user"'
            relations:
              owner:
                combinator: '"or"'
                rules:
                  - {property: '"a"', operator: '"="', value: 5}
                  - {combinator: '"and"', rules: [{property: "'b'", operator: '"in"', value: .b}]}
            """);

    var owner = (FieldValue.Search) resource.mapping().relations().get("owner");
    var condition = (FieldValue.Condition) owner.rules().get(0);
    var nested = (FieldValue.Nested) owner.rules().get(1);

    assertThat(resource.mapping().identifier()).isInstanceOf(FieldValue.Search.class);
    assertThat(text(condition.value())).isEqualTo("5");
    assertThat(text(nested.search().combinator())).isEqualTo("\"and\"");
    assertThat(((FieldValue.Condition) nested.search().rules().get(0)).property().path())
        .isEqualTo("resources[0].port.entity.mappings.relations.owner.rules[1].rules[0].property");
  }

  @Test
  void readsItemsToParse() {
    Resource resource =
        read("""
                resources:
                  - kind: /orders
                    port:
                      itemsToParse: .lines
                      itemsToParseName: line
                      items_to_parse_top_level_transform: false
                      entity: {mappings: {identifier: .id, blueprint: '"x"'}}
                """)
            .resources()
            .get(0);

    ItemsToParse items = resource.itemsToParse();

    assertThat(items).isNotNull();
    assertThat(text(items.expression())).isEqualTo(".lines");
    assertThat(items.name()).isEqualTo("line");
    assertThat(items.topLevelTransform()).isFalse();
  }

  @Test
  void aListOfMappingsGivesOneResourceEach() {
    MappingDocument document =
        read(
            """
            resources:
              - kind: /users
                port:
                  entity:
                    mappings:
                      - {identifier: .id, blueprint: '"user"'}
                      - {identifier: .mail, blueprint: '"mailbox"'}
            """);

    assertThat(document.resources()).extracting(Resource::index).containsExactly(0, 0);
    assertThat(document.resources())
        .extracting(r -> r.literalBlueprint().orElseThrow())
        .containsExactly("user", "mailbox");
    assertThat(document.resources().get(1).mapping().blueprint().path())
        .isEqualTo("resources[0].port.entity.mappings[1].blueprint");
  }

  @Test
  void pathParametersMayNeedOthers() {
    MappingDocument document =
        read(
            """
            resources:
              - kind: /orgs/{org}/repos/{repo}/issues
                selector:
                  path_parameters:
                    repo: {endpoint: "/orgs/{org}/repos", field: .name, filter: ".open == 'yes'"}
                    org: {endpoint: /orgs, method: POST, queryParams: {all: true}, dataPath: .orgs,
                          field: .id}
                    unused: {}
                port: {entity: {mappings: {identifier: .id, blueprint: '"issue"'}}}
            """);

    var parameters = document.resources().get(0).selector().pathParameters();
    PathParameter org = parameters.get("org");

    assertThat(document.problems()).isEmpty();
    assertThat(parameters).containsOnlyKeys("org", "repo");
    assertThat(org.request().method()).isEqualTo("POST");
    assertThat(org.request().query()).hasToString("all=true");
    assertThat(org.dataPath().expression()).extracting(MappingReaderTest::text).isEqualTo(".orgs");
    assertThat(org.filter()).isNull();
    assertThat(parameters.get("repo").filter())
        .extracting(MappingReaderTest::text)
        .isEqualTo(".open == \"yes\"");
  }

  @Test
  void pathParametersOfAStaticEndpointAreIgnored() {
    assertThat(resource("{path_parameters: {x: {nonsense: 1}}}").selector().pathParameters())
        .isEmpty();
  }

  @Test
  void theOldApiResourceIsTranslated() {
    Resource resource =
        read("""
                resources:
                  - kind: api_resource
                    selector:
                      query: {endpoint: /users, method: POST, query_params: {a: 1},
                              headers: {X-A: b}, body: {c: 1}, data_path: .users}
                    port: {entity: {mappings: {identifier: .id, blueprint: '"user"'}}}
                """)
            .resources()
            .get(0);

    assertThat(resource.kind()).isEqualTo("/users");
    assertThat(resource.selector().query()).isEqualTo("true");
    assertThat(resource.selector().request().template().text()).isEqualTo("/users");
    assertThat(resource.selector().request().method()).isEqualTo("POST");
    assertThat(resource.selector().request().query()).hasToString("a=1");
    assertThat(resource.selector().dataPath().expression()).isNotNull();
  }

  @Test
  void theSameTextIsCompiledOnce() {
    Resource resource =
        resource("{}", "identifier: .id\nblueprint: '\"u\"'\nproperties: {a: .x, b: .x}");

    assertThat(resource.mapping().properties().get("a").program())
        .isSameAs(resource.mapping().properties().get("b").program());
  }

  @Test
  void whatIsJqAsItStandsKeepsItsSingleQuotes() {
    Resource resource =
        resource("{}", "identifier: .id\nblueprint: '\"u\"'\ntitle: '\"say ''hi'' now\"'");

    assertThat(resource.mapping().title().program().first(NullNode.getInstance()).asText())
        .isEqualTo("say 'hi' now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapping.yml", "mapping.json"})
  void aMappingMayLieInAFile(String name, @TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve(name),
            """
            {"resources": [{"kind": "/a", "port": {"entity": {"mappings":
              {"identifier": ".id", "blueprint": "\\"a\\""}}}}]}""");

    assertThat(MappingReader.read(file, ConfigTesting.source(), JqOptions.DEFAULT).resources())
        .hasSize(1);
  }
}
