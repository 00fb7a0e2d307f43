package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.sink.local.Client.Reply;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertTest {

  private static final String MODE =
      "?upsert=true&merge=true&create_missing_related_entities=true&validation_only=false";

  private LocalCatalogServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = LocalCatalogServer.start(Blueprinted.catalog(), 0);
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
        "'text':'a'",
        "'text':null",
        "'number':1.50",
        "'number':12345678901234567890123",
        "'yes':false",
        "'object':{'a':[1]}",
        "'list':[1,'a',null]",
        "'numbers':[1,2.5]",
        "'link':'https://example.com/a b'",
        "'link':'mailto:a@b'",
        "'link':'ftp://x'",
        "'mail':'a@b'",
        "'note':'# anything'",
        "'tier':'gold'",
        "'size':1.0",
        "'size':2.50",
        "'at':'2026-01-31T10:00:00Z'",
        "'at':'2026-01-31 10:00:00.123456789012+0130'",
        "'at':'2026-01-31t10:00z'",
        "'due':'2026-01-31T10:00:00-05:00'",
      })
  void propertiesThatFitAreAccepted(String property) {
    Reply reply = upsert("{'identifier':'x','properties':{" + property + "}}");

    assertThat(reply.json().path("errors")).isEmpty();
    assertThat(reply.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'text':1            | property text: found number; expected type string",
        "'text':['a']        | property text: found array; expected type string",
        "'number':'1'        | property number: found string; expected type number",
        "'yes':'true'        | property yes: found string; expected type boolean",
        "'object':[]         | property object: found array; expected type object",
        "'list':{}           | property list: found object; expected type array",
        "'numbers':[1,'2']   | property numbers[]: found string; expected type number",
        "'link':'no address' | property link: expected format url",
        "'link':'https://'   | property link: expected format url",
        "'link':'https://a b' | property link: expected format url",
        "'link':'http://?a'  | property link: expected format url",
        "'mail':'a b@c'      | property mail: expected format email",
        "'at':'2026-01-31'   | property at: expected format date-time",
        "'at':'2026-02-30T10:00:00Z' | property at: expected format date-time",
        "'at':'2026-01-31T10:00:00'  | property at: expected format date-time",
        "'due':'tomorrow'    | property due: expected format timer",
        "'tier':'Gold'       | property tier: expected one of ['gold','silver']",
        "'size':2            | property size: expected one of [1,2.5]",
        "'other':1           | property other: not in blueprint service",
        "'other':null        | property other: not in blueprint service",
      })
  void propertiesThatDoNotFitAreRefused(String property, String message) {
    JsonNode error = onlyError(upsert("{'identifier':'x','properties':{" + property + "}}"));

    assertThat(error.path("statusCode").asInt()).isEqualTo(422);
    assertThat(error.path("error").asText()).isEqualTo("invalid_request");
    assertThat(error.path("message").asText()).isEqualTo(message.replace('\'', '"'));
    assertThat(error.path("identifier").asText()).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'uses':'a'      | 422 | relation uses: expected a list of identifiers",
        "'team':['a']    | 422 | relation team: expected one identifier",
        "'team':7        | 422 | relation team: found number; expected identifiers as text",
        "'uses':[null]   | 422 | relation uses: found null; expected identifiers as text",
        "'other':'a'     | 422 | relation other: not in blueprint service",
        "'team':'a b'    | 422 | relation team: \"a b\" is not allowed",
        "'owner':'a@b'   | 404 | relation owner: entity \"a@b\" of blueprint \"_user\" was not",
        "'ghost':'a'     | 404 | blueprint \"nowhere\" was not found",
      })
  void relationsThatDoNotFitAreRefused(String relation, int status, String message) {
    JsonNode error = onlyError(upsert("{'identifier':'x','relations':{" + relation + "}}"));

    assertThat(error.path("statusCode").asInt()).isEqualTo(status);
    assertThat(error.path("message").asText()).startsWith(message);
    assertThat(server.catalog().count("service")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'identifier':7",
        "'identifier':null",
        "'identifier':''",
        "'identifier':'a b'",
        "'identifier':'.'",
        "'identifier':'..'",
        "'identifier':['x']",
        "'identifier':'a#b'",
        "'identifier':'x','title':1",
        "'identifier':'x','icon':[]",
        "'identifier':'x','team':1",
        "'identifier':'x','properties':[]",
        "'identifier':'x','relations':'a'",
        "'identifier':'x','colour':'red'",
      })
  void fieldsThatBreakARuleAreRefused(String fields) {
    assertThat(onlyError(upsert("{" + fields + "}")).path("statusCode").asInt()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "ü", "日本", "@_.+:\\\\/=-", "1", "..."})
  void identifiersOfTheAlphabetAreAccepted(String identifier) {
    assertThat(upsert("{'identifier':'" + identifier + "'}").status()).isEqualTo(200);
  }

  @Test
  void identifierHasAtMostThousandCharacters() {
    assertThat(upsert("{'identifier':'" + "a".repeat(1000) + "'}").status()).isEqualTo(200);
    assertThat(upsert("{'identifier':'" + "a".repeat(1001) + "'}").status()).isEqualTo(207);
  }

  @Test
  void requiredPropertyAndRelationMustBeThere() {
    String path = "/v1/blueprints/strict/entities/bulk" + MODE;
    Reply reply =
        client.post(
            path,
            """
            {'entities':[{'identifier':'a'},
              {'identifier':'b','properties':{'must':null}},
              {'identifier':'c','properties':{'must':'x'}},
              {'identifier':'d','properties':{'must':'x'},'relations':{'lead':null}},
              {'identifier':'e','properties':{'must':'x'},'relations':{'lead':'t'}}]}
            """);

    assertThat(reply.status()).isEqualTo(207);
    assertThat(reply.json().path("errors").findValuesAsText("index"))
        .containsExactly("0", "1", "2", "3");
    assertThat(reply.json().path("entities").findValuesAsText("index")).containsExactly("4");
  }

  @Test
  void numbersKeepEveryDigit() {
    upsert("{'identifier':'x','properties':{'object':{'a':12345678901234567890,'b':1.10}}}");

    assertThat(client.get("/v1/blueprints/service/entities/x").text())
        .contains("\"a\":12345678901234567890")
        .contains("\"b\":1.10");
  }

  @Test
  void mergeKeepsWhatIsNotSentAndNullClears() {
    upsert("{'identifier':'x','title':'T','properties':{'text':'a','number':1}}");
    upsert("{'identifier':'x','properties':{'number':null,'yes':true}}");

    JsonNode entity = entity("service", "x");
    assertThat(entity.path("title").asText()).isEqualTo("T");
    assertThat(entity.path("properties")).isEqualTo(Client.json("{'text':'a','yes':true}"));
  }

  @Test
  void withoutMergeTheEntityIsReplaced() {
    upsert("{'identifier':'x','title':'T','properties':{'text':'a'},'relations':{'team':'t'}}");
    client.post(
        "/v1/blueprints/service/entities?upsert=true",
        "{'identifier':'x','properties':{'number':1}}");

    JsonNode entity = entity("service", "x");
    assertThat(entity.path("title").isNull()).isTrue();
    assertThat(entity.path("properties")).isEqualTo(Client.json("{'number':1}"));
    assertThat(entity.path("relations")).isEmpty();
  }

  @Test
  void missingTargetsAreMadeOnlyWhenAsked() {
    Reply refused =
        client.post(
            "/v1/blueprints/service/entities?upsert=true",
            "{'identifier':'x','relations':{'team':'t1'}}");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.error()).isEqualTo("not_found");

    upsert("{'identifier':'x','relations':{'team':'t1','uses':['y','z']}}");

    assertThat(entity("team", "t1").path("updatedBy").asText()).isEqualTo(Client.EXPORTER);
    assertThat(server.catalog().count("service")).isEqualTo(3);
  }

  @Test
  void entityCannotBeItsOwnFirstTargetUnlessMade() {
    String self = "{'identifier':'x','relations':{'uses':['x']}}";

    assertThat(client.post("/v1/blueprints/service/entities?upsert=true", self).status())
        .isEqualTo(404);
    assertThat(upsert(self).status()).isEqualTo(200);
    assertThat(entity("service", "x").path("relations").path("uses").path(0).asText())
        .isEqualTo("x");
  }

  @Test
  void searchesStandForIdentifiersRelationsAndTeams() {
    upsert("{'identifier':'x','properties':{'number':77}}");
    client.post("/v1/blueprints/_team/entities", "{'identifier':'core','title':'Core'}");
    Reply reply =
        upsert(
            """
            {'identifier':{'combinator':'and',
                'rules':[{'property':'number','operator':'=','value':'77'}]},
             'team':{'combinator':'and',
                'rules':[{'property':'$title','operator':'=','value':'Core'}]},
             'relations':{'uses':{'combinator':'or',
                'rules':[{'property':'$identifier','operator':'in','value':['x','q']}]},
              'team':{'combinator':'and',
                'rules':[{'property':'$identifier','operator':'=','value':'q'}]}}}
            """);

    assertThat(reply.json().path("entities").path(0).path("identifier").asText()).isEqualTo("x");
    assertThat(entity("service", "x").path("team")).isEqualTo(Client.json("['core']"));
    assertThat(entity("service", "x").path("relations"))
        .isEqualTo(Client.json("{'uses':['x'],'team':null}"));
  }

  @Test
  void searchIdentifierMustMeanExactlyOne() {
    upsert("{'identifier':'x','properties':{'text':'same'}}");
    upsert("{'identifier':'y','properties':{'text':'same'}}");
    String search =
        "{'identifier':{'combinator':'and','rules':"
            + "[{'property':'text','operator':'=','value':'%s'}]}}";

    assertThat(onlyError(upsert(search.formatted("same"))).path("statusCode").asInt())
        .isEqualTo(422);
    JsonNode none = onlyError(upsert(search.formatted("none")));
    assertThat(none.path("identifier").asText()).isEqualTo("unknown");
    assertThat(none.path("error").asText()).isEqualTo("not_found");
  }

  @Test
  void unchangedEntityKeepsItsTimeButGetsItsNewOwner() {
    upsert("{'identifier':'x','properties':{'number':1}}");
    String before = entity("service", "x").path("updatedAt").asText();
    client.sent(
        "POST",
        "/v1/blueprints/service/entities" + MODE,
        "{\"identifier\":\"x\",\"properties\":{\"number\":1.0}}",
        "someone else");

    assertThat(entity("service", "x").path("updatedAt").asText()).isEqualTo(before);
    assertThat(entity("service", "x").path("updatedBy").asText()).isEqualTo("someone else");
  }

  @Test
  void validationOnlyWritesNothing() {
    Reply reply =
        client.post(
            "/v1/blueprints/service/entities?upsert=true&validation_only=true"
                + "&create_missing_related_entities=true",
            "{'identifier':'x','relations':{'team':'t'}}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(server.catalog().count("service") + server.catalog().count("team")).isZero();
  }

  @Test
  void existingEntityNeedsUpsert() {
    assertThat(client.post("/v1/blueprints/service/entities", "{'identifier':'x'}").status())
        .isEqualTo(201);
    assertThat(client.post("/v1/blueprints/service/entities", "{'identifier':'x'}").status())
        .isEqualTo(409);
    assertThat(upsert("{'identifier':'x'}").json().path("entities").path(0).path("created"))
        .isEqualTo(Client.json("false"));
  }

  @ParameterizedTest
  @CsvSource({"0, 422", "1, 200", "20, 200", "21, 422"})
  void bulkTakesOneToTwenty(int count, int status) {
    assertThat(bulk(count, "").status()).isEqualTo(status);
  }

  @Test
  void bulkTakesOneMebibyte() {
    assertThat(bulk(1, "x".repeat(1 << 20)).status()).isEqualTo(413);
    assertThat(bulk(1, "x".repeat((1 << 20) - 200)).status()).isEqualTo(200);
  }

  @Test
  void unknownBlueprintRefusesTheWholeRequest() {
    Reply reply =
        client.post(
            "/v1/blueprints/none/entities/bulk" + MODE, "{'entities':[{'identifier':'a'}]}");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.message()).isEqualTo("blueprint \"none\" was not found");
  }

  @Test
  void addressedEntityIsReplacedOrPatched() {
    upsert("{'identifier':'a/b','title':'T','properties':{'number':1}}");
    String path = "/v1/blueprints/service/entities/a%2Fb";

    client.call("PATCH", path, "{'properties':{'text':'p'}}");
    assertThat(client.get(path).json().path("entity").path("properties"))
        .isEqualTo(Client.json("{'number':1,'text':'p'}"));
    client.call("PUT", path, "{'properties':{'text':'q'}}");
    assertThat(client.get(path).json().path("entity").path("properties"))
        .isEqualTo(Client.json("{'text':'q'}"));
    assertThat(client.call("PATCH", path + "c", "{}").status()).isEqualTo(404);
  }

  private Reply bulk(int count, String filler) {
    String entities =
        IntStream.range(0, count)
            .mapToObj(i -> "{'identifier':'e%d','properties':{'text':'%s'}}".formatted(i, filler))
            .collect(Collectors.joining(","));
    return client.post(
        "/v1/blueprints/service/entities/bulk" + MODE, "{'entities':[" + entities + "]}");
  }

  private Reply upsert(String entity) {
    return client.post(
        "/v1/blueprints/service/entities/bulk" + MODE, "{'entities':[" + entity + "]}");
  }

  private static JsonNode onlyError(Reply reply) {
    assertThat(reply.status()).isEqualTo(207);
    assertThat(reply.json().path("errors")).hasSize(1);
    return reply.json().path("errors").path(0);
  }

  private JsonNode entity(String blueprint, String identifier) {
    return client
        .get("/v1/blueprints/" + blueprint + "/entities/" + identifier)
        .json()
        .path("entity");
  }
}
