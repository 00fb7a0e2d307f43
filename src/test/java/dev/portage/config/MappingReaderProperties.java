package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.jq.JqOptions;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a mapping, it is read or refused with a path, and nothing else happens. */
class MappingReaderProperties {
  private static final SourceSettings SOURCE = ConfigTesting.source();
  private static final String WHOLE =
      """
      createMissingRelatedEntities: true
      entityDeletionThreshold: 0.5
      resources:
        - kind: /a/{b}
          selector:
            query: .x == 'y'
            method: GET
            query_params: {a: [1, null]}
            headers: {A: b}
            body: {c: 1}
            data_path: .items
            pagination: {type: page, page_size: 5}
            timeout: 5
            path_parameters:
              b: {endpoint: "/{c}", field: .id, filter: "true"}
              c: {endpoint: /c, field: .id}
          port:
            itemsToParse: .lines
            entity:
              mappings:
                identifier: {combinator: '"and"', rules: [{property: .a, operator: .b, value: .c}]}
                blueprint: '"x"'
                team: .t
                properties: {a: .a}
                relations: {a: {combinator: .x, rules: [{combinator: .x, rules: [{property: .a}]}]}}
        - kind: api_resource
          selector: {query: {endpoint: /b, method: GET}}
          port: {entity: {mappings: [{identifier: .id, blueprint: .b}]}}
      """;

  @Provide
  Arbitrary<JsonNode> anything() {
    return Arbitraries.of(
            "null",
            "true",
            "5",
            "0.5",
            "''",
            "text",
            "[]",
            "[1]",
            "[[], {}]",
            "{}",
            "{a: 1}",
            "{type: page}",
            "'{b}'",
            "'{z}'",
            "{rules: 5}",
            "{rules: [{}]}",
            ".a | (")
        .map(ConfigTesting::json);
  }

  @Property(tries = 1500)
  void anyValueAnywhereIsReadOrRefusedWithAPath(
      @ForAll int place, @ForAll("anything") JsonNode value) {
    JsonNode mapping = ConfigTesting.json(WHOLE);
    List<Runnable> places = new ArrayList<>();
    places(mapping, value, places);
    places.get(Math.floorMod(place, places.size())).run();

    try {
      MappingDocument document = MappingReader.read(mapping, SOURCE, JqOptions.DEFAULT);
      document
          .stopped()
          .forEach(stopped -> assertThat(document.problems()).containsAll(stopped.problems()));
    } catch (ConfigException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.path()).isNotBlank());
    }
  }

  private static void places(JsonNode node, JsonNode value, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(key -> places.add(() -> object.set(key, value)));
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        int at = i;
        places.add(() -> list.set(at, value));
      }
    }
    node.forEach(child -> places(child, value, places));
  }
}
