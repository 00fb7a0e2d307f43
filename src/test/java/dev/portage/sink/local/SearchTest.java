package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.sink.local.Client.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private LocalCatalogServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = LocalCatalogServer.start(Blueprinted.catalog(), 0);
    client = Client.loggedIn(server);
    put("service", "{'identifier':'a','title':'Alpha','properties':{'number':1,'text':'one'}}");
    put("service", "{'identifier':'b','title':'Beta','properties':{'number':20,'list':['x','y']}}");
    put("service", "{'identifier':'c','properties':{'text':''},'relations':{'uses':['a','b']}}");
    put("team", "{'identifier':'a','properties':{'lead':'ann@example.com'}}");
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
        "'property':'$identifier','operator':'=','value':'a'          | service/a team/a",
        "'property':'$blueprint','operator':'=','value':'team'        | team/a",
        "'property':'$identifier','operator':'in','value':['b','c']   | service/b service/c",
        "'property':'$identifier','operator':'notIn','value':['a']    | service/b service/c",
        "'property':'$blueprint','operator':'!=','value':'service'    | team/a",
        "'property':'$title','operator':'contains','value':'et'       | service/b",
        "'property':'$title','operator':'beginsWith','value':'Al'     | service/a",
        "'property':'$title','operator':'endsWith','value':'ta'       | service/b",
        "'property':'$title','operator':'isEmpty'                     | service/c team/a",
        "'property':'$title','operator':'isNotEmpty'                  | service/a service/b",
        "'property':'text','operator':'isEmpty'           | service/b service/c team/a",
        "'property':'$title','operator':'=','value':null              | service/c team/a",
        "'property':'number','operator':'=','value':'20'              | service/b",
        "'property':'number','operator':'=','value':20.0              | service/b",
        "'property':'number','operator':'>','value':1                 | service/b",
        "'property':'number','operator':'>=','value':1                | service/a service/b",
        "'property':'number','operator':'<','value':2                 | service/a",
        "'property':'number','operator':'<=','value':0                | ''",
        "'property':'list','operator':'contains','value':'x'          | service/b",
        "'property':'list','operator':'containsAny','value':['q','y'] | service/b",
        "'property':'$title','operator':'doesNotContains','value':'a' | service/c team/a",
        "'property':'uses','operator':'=','value':'b'                 | service/c",
        "'operator':'relatedTo','value':'a'                           | service/c",
        "'property':'$datasource','operator':'contains','value':'/acme/' | service/a service/b "
            + "service/c team/a",
        "'property':'$createdBy','operator':'beginsWith','value':'nobody' | ''",
        "'property':'$updatedAt','operator':'between',"
            + "'value':{'from':'2000','to':'2001'}                    | ''",
      })
  void rulesSelect(String rule, String found) {
    assertThat(search("{'combinator':'and','rules':[{" + rule + "}]}"))
        .isEqualTo(found.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'combinator':'and','rules':[]} | service/a service/b service/c team/a",
        "{'combinator':'or','rules':[]}  | ''",
        "{'combinator':'and','rules':["
            + "{'property':'$identifier','operator':'in','value':['a','b','a']},"
            + "{'property':'$blueprint','operator':'=','value':'service'}]} | service/a service/b",
        "{'combinator':'or','rules':["
            + "{'property':'$identifier','operator':'=','value':'c'},"
            + "{'combinator':'and','rules':["
            + "{'property':'$blueprint','operator':'=','value':'team'},"
            + "{'property':'$identifier','operator':'=','value':'a'}]}]} | service/c team/a",
      })
  void rulesCombine(String query, String found) {
    assertThat(search(query)).isEqualTo(found.replace("''", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'rules':'x'}",
        "{'combinator':'xor','rules':[]}",
        "{'rules':[{'property':'a','operator':'~','value':1}]}",
        "{'rules':['a']}",
      })
  void unknownSearchesAreRefused(String query) {
    Reply reply = client.post("/v1/entities/search", query);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.message()).isNotEmpty();
  }

  @Test
  void includeNarrowsTheAnswer() {
    Reply reply =
        client.post(
            "/v1/entities/search?exclude_calculated_properties=true&include=identifier"
                + "&include=%24blueprint&include=properties.number&include=relations.team",
            "{'rules':[{'property':'$title','operator':'=','value':'Alpha'}]}");

    assertThat(reply.json().path("entities").path(0))
        .isEqualTo(
            Client.json(
                "{'identifier':'a','blueprint':'service','properties':{'number':1},"
                    + "'relations':{}}"));
    assertThat(reply.json().path("matchingBlueprints")).isEqualTo(Client.json("['service']"));
  }

  @Test
  void blueprintSearchPages() {
    String path = "/v1/blueprints/service/entities/search";
    JsonNode first = client.post(path, "{'limit':2,'include':['identifier']}").json();
    JsonNode second =
        client.post(path, "{'limit':2,'from':'%s'}".formatted(first.path("next").asText())).json();

    assertThat(first.path("entities"))
        .isEqualTo(Client.json("[{'identifier':'a'},{'identifier':'b'}]"));
    assertThat(second.path("entities").findValuesAsText("identifier")).containsExactly("c");
    assertThat(second.has("next")).isFalse();
    assertThat(client.post("/v1/blueprints/none/entities/search", "{}").status()).isEqualTo(404);
    assertThat(client.post(path, "{'from':'!'}").status()).isEqualTo(422);
    assertThat(
            client
                .post(path, "{'query':{'rules':[{'property':'number','operator':'>','value':9}]}}")
                .json()
                .path("entities"))
        .hasSize(1);
  }

  @Test
  void ownedEntitiesPageThroughAllOfOneOwnerOnce() {
    for (int i = 10; i < 35; i++) {
      put("team", "{'identifier':'t" + i + "'}");
    }
    client.sent(
        "POST", "/v1/blueprints/team/entities", "{\"identifier\":\"foreign\"}", "another/agent");

    List<String> seen = new ArrayList<>();
    String from = "";
    do {
      JsonNode page = owned("'limit':7" + from);
      seen.addAll(page.path("entities").findValuesAsText("identifier"));
      from = page.path("next").isNull() ? "" : ",'from':'" + page.path("next").asText() + "'";
    } while (!from.isEmpty());

    assertThat(seen).hasSize(29).doesNotContain("foreign");
  }

  @Test
  void cursorOutlivesTheDeletionOfWhatItPassed() {
    JsonNode first = owned("'limit':2");
    client.post("/v1/blueprints/service/bulk/entities/delete", "{'entities':['a','b','c']}");

    JsonNode rest = owned("'from':'" + first.path("next").asText() + "'");

    assertThat(rest.path("entities").findValuesAsText("blueprint")).containsExactly("team");
  }

  @Test
  void beforeExcludesWhatWasWrittenSince() {
    assertThat(owned("'before':'2000-01-01T00:00:00.001+00:00'").path("entities")).isEmpty();
    assertThat(owned("'before':'2999-01-01T00:00:00Z'").path("entities")).hasSize(4);
    assertThat(owned("'before':'2999-01-01T00:00:00Z'").path("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'datasource_prefix':'a'}",
        "{'datasource_prefix':'a','datasource_suffix':'b','before':'yesterday'}",
        "{'datasource_prefix':'a','datasource_suffix':'b','limit':0}",
      })
  void incompleteQuestionsForOwnedEntitiesAreRefused(String body) {
    assertThat(client.post("/v1/blueprints/entities/datasource-entities", body).status())
        .isEqualTo(422);
  }

  private JsonNode owned(String more) {
    return client
        .post(
            "/v1/blueprints/entities/datasource-entities",
            "{'datasource_prefix':'port-ocean/custom/','datasource_suffix':'/acme/exporter',"
                + more
                + "}")
        .json();
  }

  private String search(String query) {
    List<String> found = new ArrayList<>();
    client
        .post("/v1/entities/search", query)
        .json()
        .path("entities")
        .forEach(
            entity ->
                found.add(
                    entity.path("blueprint").asText() + "/" + entity.path("identifier").asText()));
    return String.join(" ", found);
  }

  private void put(String blueprint, String entity) {
    assertThat(
            client.post("/v1/blueprints/" + blueprint + "/entities?upsert=true", entity).status())
        .isEqualTo(201);
  }
}
