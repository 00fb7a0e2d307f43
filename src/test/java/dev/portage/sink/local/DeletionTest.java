package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.sink.local.Client.Reply;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionTest {

  private static final String DELETE = "/v1/blueprints/service/bulk/entities/delete";

  private LocalCatalogServer server;
  private Client client;

  @BeforeEach
  void chainOfThree() {
    server = LocalCatalogServer.start(Blueprinted.catalog(), 0);
    client = Client.loggedIn(server);
    put("a", "[]");
    put("b", "['a']");
    put("c", "['b']");
    put("lonely", "[]");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void unknownIdentifiersArePassedOver() {
    Reply reply = client.post(DELETE, "{'entities':['lonely','gone']}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("deletedEntities")).isEqualTo(Client.json("['lonely']"));
    assertThat(server.catalog().count("service")).isEqualTo(3);
  }

  @Test
  void dependentsForbidDeletion() {
    Reply reply = client.post(DELETE, "{'entities':['lonely','a']}");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.error()).isEqualTo("has_dependents");
    assertThat(server.catalog().count("service")).isEqualTo(4);
  }

  @Test
  void dependentsThatGoAnywayForbidNothing() {
    assertThat(client.post(DELETE, "{'entities':['a','b','c']}").status()).isEqualTo(200);
    assertThat(server.catalog().count("service")).isEqualTo(1);
  }

  @Test
  void dependentsGoAsWellWhenAsked() {
    Reply reply = client.post(DELETE + "?delete_dependents=true", "{'entities':['a']}");

    assertThat(reply.json().path("deletedEntities")).isEqualTo(Client.json("['a']"));
    assertThat(server.catalog().count("service")).isEqualTo(1);
  }

  @Test
  void relationThatWasTakenAwayForbidsNothing() {
    client.post(
        "/v1/blueprints/service/entities?upsert=true",
        "{'identifier':'b','relations':{'uses':[]}}");

    assertThat(client.post(DELETE, "{'entities':['a']}").status()).isEqualTo(200);
  }

  @Test
  void singleDeletionFollowsTheSameRules() {
    String path = "/v1/blueprints/service/entities/";

    assertThat(client.call("DELETE", path + "a", "").status()).isEqualTo(409);
    assertThat(client.call("DELETE", path + "a?delete_dependents=true", "").status())
        .isEqualTo(200);
    assertThat(client.call("DELETE", path + "a", "").status()).isEqualTo(404);
    assertThat(client.get(path + "lonely").status()).isEqualTo(200);
    assertThat(client.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'entities':[]}", "{'entities':[1]}", "{'entities':'a'}"})
  void otherBodiesAreRefused(String body) {
    assertThat(client.post(DELETE, body).status()).isEqualTo(422);
  }

  @Test
  void atMostHundredAtATime() {
    String hundred = String.join(",", Collections.nCopies(100, "'x'"));

    assertThat(client.post(DELETE, "{'entities':[" + hundred + "]}").status()).isEqualTo(200);
    assertThat(client.post(DELETE, "{'entities':['x'," + hundred + "]}").status()).isEqualTo(422);
  }

  @Test
  void allEntitiesGoWithTheirBlueprint() {
    String path = "/v1/blueprints/service";

    assertThat(client.call("DELETE", path, "").status()).isEqualTo(409);
    assertThat(client.call("DELETE", path + "/all-entities?delete_blueprint=true", "").status())
        .isEqualTo(200);
    assertThat(client.get(path).status()).isEqualTo(404);
    assertThat(client.call("DELETE", path, "").status()).isEqualTo(404);
  }

  private void put(String identifier, String uses) {
    client.post(
        "/v1/blueprints/service/entities?upsert=true",
        "{'identifier':'%s','relations':{'uses':%s}}".formatted(identifier, uses));
  }
}
