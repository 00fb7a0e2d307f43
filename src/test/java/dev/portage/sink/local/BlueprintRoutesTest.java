package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.sink.local.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintRoutesTest {

  private LocalCatalogServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = LocalCatalogServer.start(new LocalCatalog(false), 0);
    client = Client.loggedIn(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void createdBlueprintIsShownInFull() {
    Reply created = client.post("/v1/blueprints", "{'identifier':'a','icon':'Service'}");

    assertThat(created.status()).isEqualTo(201);
    JsonNode blueprint = client.get("/v1/blueprints/a").json().path("blueprint");
    assertThat(blueprint)
        .isEqualTo(
            Client.json(
                "{'identifier':'a','icon':'Service','title':'a','schema':{'properties':{}},"
                    + "'relations':{}}"));
    assertThat(client.get("/v1/blueprints").json().path("blueprints")).hasSize(1);
    assertThat(client.post("/v1/blueprints", "{'identifier':'a'}").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                                    | blueprint identifier: expected a text",
        "{'identifier':'a b'}                  | blueprint identifier: \"a b\" is not allowed",
        "{'identifier':'a','schema':[]}        | blueprint schema: expected an object",
        "{'identifier':'a','relations':1}      | blueprint relations: expected an object",
        "{'identifier':'a','schema':{'properties':{'p':{'type':'text'}}}} | property p: expected",
        "{'identifier':'a','relations':{'r':{}}} | relation r: target: expected a text",
      })
  void malformedBlueprintsAreRefused(String body, String message) {
    Reply reply = client.post("/v1/blueprints", body);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.message()).startsWith(message);
  }

  @Test
  void patchKeepsAndPutReplaces() {
    client.post("/v1/blueprints", "{'identifier':'a','title':'A','icon':'I'}");

    client.call("PATCH", "/v1/blueprints/a", "{'title':'B'}");
    assertThat(blueprint().path("icon").asText()).isEqualTo("I");
    assertThat(blueprint().path("title").asText()).isEqualTo("B");

    client.call("PUT", "/v1/blueprints/a", "{'identifier':'other','title':'C'}");
    assertThat(blueprint().path("identifier").asText()).isEqualTo("a");
    assertThat(blueprint().has("icon")).isFalse();
    assertThat(client.call("PUT", "/v1/blueprints/b", "{}").status()).isEqualTo(404);
  }

  @Test
  void changedRelationIsFollowedAnew() {
    client.post("/v1/blueprints", "{'identifier':'x'}");
    client.post("/v1/blueprints", "{'identifier':'y'}");
    String relation = "{'identifier':'a','relations':{'r':{'target':'%s'}}}";
    client.post("/v1/blueprints", relation.formatted("x"));
    client.post(
        "/v1/blueprints/a/entities?create_missing_related_entities=true",
        "{'identifier':'1','relations':{'r':'t'}}");

    client.call("PUT", "/v1/blueprints/a", relation.formatted("y"));

    assertThat(client.call("DELETE", "/v1/blueprints/x/entities/t", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/blueprints/a/scorecards",
        "/v1/blueprints/a/actions",
        "/v1/actions",
        "/v1/pages"
      })
  void whatComesWithBlueprintsIsAccepted(String path) {
    assertThat(client.post(path, "{'identifier':'s'}").status()).isEqualTo(201);
  }

  @Test
  void definitionsAreAListOrAnObjectWithOne() {
    LocalCatalog catalog = new LocalCatalog(false);
    catalog.define(Client.json("[{'identifier':'a'}]"));
    catalog.define(Client.json("{'blueprints':[{'identifier':'b'}]}"));

    assertThat(catalog.blueprintIdentifiers()).containsExactly("a", "b");
    assertThatThrownBy(() -> catalog.define(Client.json("[{'identifier':'c'},{'identifier':'a'}]")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("blueprints[1]: blueprint \"a\" exists already");
    assertThatThrownBy(() -> catalog.define(Client.json("{}")))
        .hasMessage("blueprints: expected a list of blueprints");
  }

  private JsonNode blueprint() {
    return client.get("/v1/blueprints/a").json().path("blueprint");
  }
}
