package dev.portage.cli.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import dev.portage.jq.JqProgram;
import dev.portage.sink.local.LocalCatalog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demonstration's two ends and its mapping fit together. */
class DemoWorldTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private DemoWorld world;
  private Exporter exporter;

  @BeforeEach
  void start() {
    world = DemoWorld.start(0);
    exporter = new Exporter(world.environment());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void environmentLeadsToTheSource() throws Exception {
    Map<String, String> environment = world.environment();
    String token = environment.get("OCEAN__INTEGRATION__CONFIG__API_TOKEN");
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(environment.get("OCEAN__INTEGRATION__CONFIG__BASE_URL") + "/teams"))
            .header("Authorization", "Bearer " + token)
            .build();

    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    assertThat(environment)
        .containsEntry("OCEAN__EVENT_LISTENER__TYPE", "ONCE")
        .containsEntry("OCEAN__INTEGRATION__CONFIG__AUTH_TYPE", "bearer_token");
  }

  @Test
  void catalogHoldsTheMapping() {
    JsonNode config = exporter.get("integration/demo").path("integration").path("config");

    assertThat(config.path("resources").findValuesAsText("kind"))
        .containsExactly(
            "/teams", "/services", "/deployments", "/incidents", "/teams/{team}/members");
    for (JsonNode resource : config.path("resources")) {
      assertThat(resource.path("selector").path("query").isTextual()).isTrue();
      assertThat(resource.at("/port/entity/mappings/identifier").isTextual()).isTrue();
    }
  }

  @Test
  void mappedPropertiesAndRelationsAreThoseOfTheBlueprints() {
    for (JsonNode resource : Bundled.mapping().path("resources")) {
      JsonNode mappings = resource.at("/port/entity/mappings");
      JsonNode blueprint = blueprint(mappings.path("blueprint").asText().replace("\"", ""));

      assertThat(names(mappings.path("properties")))
          .isEqualTo(names(blueprint.at("/schema/properties")));
      assertThat(names(mappings.path("relations"))).isEqualTo(names(blueprint.path("relations")));
    }
  }

  @Test
  void everyRecordThatIsNotFilteredFitsItsBlueprint() {
    SampleOrganisation all = SampleOrganisation.create();
    List<ObjectNode> members = new ArrayList<>();
    all.members()
        .forEach(
            (team, people) ->
                people.forEach(one -> members.add(one.deepCopy().put("__team", team))));

    carry("/teams", all.teams());
    carry("/services", all.services());
    carry("/deployments", all.deployments());
    carry("/incidents", all.incidents());
    carry("/teams/{team}/members", members);

    LocalCatalog catalog = world.catalog().catalog();
    assertThat(catalog.blueprintIdentifiers().stream().map(it -> it + " " + catalog.count(it)))
        .containsExactly("deployment 370", "incident 39", "member 120", "service 60", "team 8");
    assertThat(catalog.entity(new EntityKey("service", "cart-api")).orElseThrow().toString())
        .contains("\"title\":\"Cart API\"", "\"relations\":{\"team\":\"checkout\"}");
  }

  /** Filters, maps and writes items by the mapping of their kind. */
  private void carry(String kind, List<ObjectNode> items) {
    for (JsonNode resource : Bundled.mapping().path("resources")) {
      if (resource.path("kind").asText().equals(kind)) {
        JsonNode mappings = resource.at("/port/entity/mappings");
        List<JsonNode> entities =
            items.stream()
                .filter(item -> value(resource.at("/selector/query"), item).asBoolean())
                .map(item -> value(mappings, item))
                .toList();
        exporter.upsert(entities.get(0).path("blueprint").asText(), entities);
      }
    }
  }

  /** The same tree with every expression replaced by its value. */
  private static JsonNode value(JsonNode expressions, JsonNode item) {
    if (expressions.isTextual()) {
      return requireNonNull(JqProgram.compile(expressions.asText()).first(item));
    }
    ObjectNode values = JSON.createObjectNode();
    expressions
        .properties()
        .forEach(entry -> values.set(entry.getKey(), value(entry.getValue(), item)));
    return values;
  }

  private static JsonNode blueprint(String identifier) {
    for (JsonNode blueprint : Bundled.blueprints()) {
      if (blueprint.path("identifier").asText().equals(identifier)) {
        return blueprint;
      }
    }
    throw new AssertionError("no blueprint " + identifier);
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
  }
}
