package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.sink.local.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blueprints that are made from the entities sent. */
class InferenceTest {

  private static final String MODE = "?upsert=true&merge=true&create_missing_related_entities=true";

  private LocalCatalogServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = LocalCatalogServer.start(new LocalCatalog(true), 0);
    client = Client.loggedIn(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'a'                    | string  |",
        "1                      | number  |",
        "true                   | boolean |",
        "[1]                    | array   |",
        "{}                     | object  |",
        "'2026-01-31T10:00:00Z' | string  | date-time",
        "'https://a.example/x'  | string  | url",
        "'urn:x:y'              | string  |",
        "'ann@example.com'      | string  | email",
        "''                     | string  |",
      })
  void firstValueSetsTypeAndFormat(String value, String type, String format) {
    upsert("user", "{'identifier':'1','properties':{'p':" + value + "}}");

    JsonNode schema = blueprint("user").path("schema").path("properties").path("p");
    assertThat(schema.path("type").asText()).isEqualTo(type);
    assertThat(schema.path("format").asText(null)).isEqualTo(format);
  }

  @Test
  void otherValuesWidenTheProperty() {
    upsert("user", "{'identifier':'1','properties':{'at':'2026-01-31T10:00:00Z','n':1}}");
    assertThat(upsert("user", "{'identifier':'2','properties':{'at':'soon','n':'one'}}").status())
        .isEqualTo(201);

    JsonNode properties = blueprint("user").path("schema").path("properties");
    assertThat(properties.path("at")).isEqualTo(Client.json("{'title':'at','type':'string'}"));
    assertThat(properties.path("n")).isEqualTo(Client.json("{'title':'n'}"));
  }

  @Test
  void nullTellsNothing() {
    Reply reply =
        upsert("user", "{'identifier':'1','properties':{'p':null},'relations':{'r':null}}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(blueprint("user").path("schema").path("properties")).isEmpty();
    assertThat(blueprint("user").path("relations")).isEmpty();
  }

  @Test
  void relationLeadsToTheBlueprintOfItsName() {
    upsert("team", "{'identifier':'t'}");
    upsert("user", "{'identifier':'1','relations':{'Teams':['t','u']}}");

    assertThat(blueprint("user").path("relations").path("Teams"))
        .isEqualTo(Client.json("{'title':'Teams','target':'team','many':true,'required':false}"));
    assertThat(server.catalog().count("team")).isEqualTo(2);
  }

  @Test
  void relationLeadsToWhereTheEntityIs() {
    upsert("person", "{'identifier':'ann'}");
    upsert("service", "{'identifier':'1','relations':{'owner':'ann'}}");

    assertThat(blueprint("service").path("relations").path("owner").path("target").asText())
        .isEqualTo("person");
  }

  @Test
  void relationElseMakesABlueprintOfItsName() {
    upsert("service", "{'identifier':'1','relations':{'owner':'ann'}}");

    assertThat(server.catalog().blueprintIdentifiers()).containsExactly("owner", "service");
    assertThat(server.catalog().count("owner")).isEqualTo(1);
  }

  @Test
  void relationTakesOneAndMany() {
    upsert("service", "{'identifier':'1','relations':{'owner':'ann'}}");
    upsert("service", "{'identifier':'2','relations':{'owner':['ann','bob']}}");

    assertThat(upsert("service", "{'identifier':'3','relations':{'owner':'bob'}}").status())
        .isEqualTo(201);
    assertThat(blueprint("service").path("relations").path("owner").path("many").asBoolean())
        .isTrue();
  }

  @Test
  void refusedEntityLeavesNoBlueprintBehind() {
    Reply reply =
        client.post(
            "/v1/blueprints/service/entities?upsert=true",
            "{'identifier':'1','relations':{'owner':'ann'}}");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(server.catalog().blueprintIdentifiers()).isEmpty();
    assertThat(upsert("a%20b", "{'identifier':'1'}").status()).isEqualTo(422);
  }

  @Test
  void definedBlueprintStaysStrict() {
    server.catalog().define(Client.json("[{'identifier':'defined'}]"));

    assertThat(upsert("defined", "{'identifier':'1','properties':{'p':1}}").status())
        .isEqualTo(422);
  }

  private Reply upsert(String blueprint, String entity) {
    return client.post("/v1/blueprints/" + blueprint + "/entities" + MODE, entity);
  }

  private JsonNode blueprint(String identifier) {
    return client.get("/v1/blueprints/" + identifier).json().path("blueprint");
  }
}
