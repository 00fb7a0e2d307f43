package dev.portage.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
  void everyRecordOfTheApiFitsItsBlueprint() {
    SampleOrganisation all = SampleOrganisation.create();
    exporter.upsert("team", all.teams().stream().map(DemoWorldTest::team).toList());
    exporter.upsert("service", all.services().stream().map(DemoWorldTest::service).toList());
    List<ObjectNode> kept =
        all.deployments().stream()
            .filter(it -> !it.path("environment").asText().equals("sandbox"))
            .map(DemoWorldTest::deployment)
            .toList();
    exporter.upsert("deployment", kept);

    assertThat(world.catalog().catalog().count("team")).isEqualTo(8);
    assertThat(world.catalog().catalog().count("service")).isEqualTo(60);
    assertThat(kept).hasSizeBetween(300, 399);
    assertThat(world.catalog().catalog().count("deployment")).isEqualTo(kept.size());
  }

  private static ObjectNode team(JsonNode item) {
    ObjectNode entity = entity(item.path("id"), item.path("name"));
    ObjectNode properties = entity.putObject("properties");
    properties.set("slack", item.path("slack_url"));
    properties.set("lead", item.path("lead_email"));
    properties.set("services", item.path("service_count"));
    return entity;
  }

  private static ObjectNode service(JsonNode item) {
    ObjectNode entity = entity(item.path("id"), item.path("name"));
    ObjectNode properties = entity.putObject("properties");
    properties.put("tier", "tier-" + item.path("tier").asText());
    properties.set("lifecycle", item.path("lifecycle"));
    properties.set("repository", item.at("/repository/url"));
    properties.set("created", item.path("created_at"));
    properties.set("tags", item.path("tags"));
    entity.putObject("relations").set("team", item.at("/owner/team_id"));
    return entity;
  }

  private static ObjectNode deployment(JsonNode item) {
    ObjectNode entity = entity(item.path("id"), item.path("version"));
    ObjectNode properties = entity.putObject("properties");
    properties.set("environment", item.path("environment"));
    properties.set("status", item.path("status"));
    properties.set("deployed_at", item.path("deployed_at"));
    properties.set("commit", item.at("/commit/url"));
    entity.putObject("relations").set("service", item.path("service_id"));
    return entity;
  }

  private static ObjectNode entity(JsonNode identifier, JsonNode title) {
    ObjectNode entity = JSON.createObjectNode();
    entity.set("identifier", identifier);
    entity.set("title", title);
    return entity;
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
