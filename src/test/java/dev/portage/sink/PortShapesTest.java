package dev.portage.sink;

import static dev.portage.sink.Entities.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.Entity;
import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import dev.portage.sink.DefaultResources.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request that goes to Port against the contract's own JSON: the same keys, the same types,
 * the same constants, and nothing more. A further call is a file under {@code
 * src/test/resources/port} and a line here.
 */
class PortShapesTest {
  private static final PortApi API =
      new PortApi(
          "https://api.getport.io", "id-123", new Secret("s3cret"), "custom", "acme-hr", "1.0.0");
  private static final String RUN = "0d1f4a52-97c1-4f5e-8a0b-6a2f4d1d7e11";
  private static final Instant TIME = Instant.parse("2026-08-20T10:00:00.123456Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final UpsertOptions OPTIONS = new UpsertOptions(true, true, RUN);
  private static final Entity ANA =
      user(
          "{'identifier':'u-1','title':'Ana','blueprint':'user','team':['platform'],"
              + "'properties':{'email':'ana@acme.test','age':null},"
              + "'relations':{'squad':'s-7','skills':['java','go']}}");
  private static final Entity BY_SEARCH =
      user(
          "{'identifier':{'combinator':'and','rules':[{'property':'hr_id','operator':'=',"
              + "'value':77}]},'blueprint':'user','properties':{'onLeave':true}}");
  private static final Entity OTHER = user("{'identifier':'u-2','blueprint':'user'}");

  private static final ObjectNode MAPPING = DefaultResources.emptyMapping();
  private static final ObjectNode BLUEPRINT =
      (ObjectNode)
          json(
              "{'identifier':'user','title':'User','schema':{'properties':"
                  + "{'email':{'type':'string','format':'email'}}},"
                  + "'relations':{'squad':{'target':'squad','many':false}}}");

  /** A request and the file that it has to be like. */
  record Row(String shape, ApiRequest request) {}

  static Stream<Row> rows() {
    return Stream.concat(ofRun(), StatusShapes.rows());
  }

  private static Stream<Row> ofRun() {
    return Stream.of(
        new Row("login", API.login()),
        new Row("integration-get", API.integration().get()),
        new Row(
            "integration-create", API.integration().create(json("{}"), Origin.DEFAULT, MAPPING)),
        new Row(
            "integration-create-provisioned",
            API.integration().create(json("{}"), Origin.PORT, json("{}"))),
        new Row("integration-announce", API.integration().announce(json("{}"))),
        new Row(
            "integration-announce-webhook",
            API.integration()
                .announce(json("{'type':'WEBHOOK','url':'https://acme.test/resync'}"))),
        new Row("integration-config", API.integration().configure(MAPPING, false)),
        new Row("integration-config-saas", API.integration().configure(MAPPING, true)),
        new Row("integration-initialized-empty", API.integration().resourcesInitialized(MAPPING)),
        new Row("integration-initialized", API.integration().resourcesInitialized()),
        state("resync-state-running", ResyncState.running(TIME, TIME, HOUR)),
        state(
            "resync-state-completed",
            ResyncState.ended(ResyncState.Status.COMPLETED, TIME, TIME, HOUR)),
        state(
            "resync-state-unscheduled",
            ResyncState.ended(ResyncState.Status.ABORTED, TIME, null, null)),
        new Row("resync-request", API.integration().resyncRequest()),
        new Row("bulk-upsert", API.entities().bulkUpsert(Entities.batch(ANA, BY_SEARCH), OPTIONS)),
        new Row("upsert", API.entities().upsert(ANA, OPTIONS)),
        new Row(
            "search-diff",
            API.entities()
                .search(
                    List.of(ANA, OTHER),
                    List.of(
                        "blueprint",
                        "identifier",
                        "title",
                        "properties.email",
                        "relations.squad"))),
        new Row("datasource-entities", API.ownership().owned(TIME, "cursor-from-last-page")),
        new Row("datasource-entities-first", API.ownership().owned(TIME, null)),
        new Row("datasource-entities-all", API.ownership().owned(null, null)),
        new Row("bulk-delete", API.ownership().delete("user", List.of("u-9", "u-10"), true, RUN)),
        new Row("blueprint-get", API.ownership().blueprint("user")),
        new Row("blueprint-get", API.resources().blueprint("user")),
        new Row("blueprint-create", API.resources().createBlueprint(BLUEPRINT)),
        new Row("blueprint-patch", API.resources().patchBlueprint(BLUEPRINT)),
        new Row("blueprint-delete", API.resources().deleteBlueprint("user")),
        new Row("action-create", API.resources().createAction(named("restart"))),
        new Row(
            "scorecard-create",
            API.resources().createScorecard(new Scorecard("user", named("ready")))),
        new Row("page-create", API.resources().createPage(named("users"))),
        new Row("organization", API.organisation().get()),
        new Row("provision-enabled", API.organisation().provisionEnabled()),
        new Row("kafka-credentials", API.organisation().kafkaCredentials()));
  }

  private static Row state(String shape, ResyncState state) {
    return new Row(shape, API.integration().resyncState(state));
  }

  private static ObjectNode named(String identifier) {
    return (ObjectNode) json("{'identifier':'" + identifier + "'}");
  }

  private static Entity user(String body) {
    return new Entity("user", (ObjectNode) json(body));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void aRequestHasTheShapeOfTheContract(Row row) {
    assertThat(Shape.of(row.shape()).differences(row.request())).isEmpty();
  }

  @Test
  void everyShapeIsThatOfARequest() {
    assertThat(rows().map(Row::shape)).hasSameElementsAs(Shape.names());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a key too many   | {'status':'aborted','lastResyncEnd':'<time>','nextResync':null}"
            + " | .body.intervalInMinuets: null; expected nothing",
        "a key too few    | {'status':'aborted','lastResyncEnd':'<time>','nextResync':null,"
            + "'intervalInMinuets':null,'a':1} | .body.a: nothing; expected 1",
        "another type     | {'status':'aborted','lastResyncEnd':'<time>','nextResync':null,"
            + "'intervalInMinuets':'<whole>'}"
            + " | .body.intervalInMinuets: null; expected ~<whole>~",
        "another constant | {'status':'failed','lastResyncEnd':'<time>','nextResync':null,"
            + "'intervalInMinuets':null} | .body.status: ~aborted~; expected ~failed~",
        "another sort     | {'status':'aborted','lastResyncEnd':'<uuid>','nextResync':null,"
            + "'intervalInMinuets':null}"
            + " | .body.lastResyncEnd: ~2026-08-20T10:00:00.123456+00:00~; expected ~<uuid>~",
      })
  void aDeviationIsFound(String what, String body, String expected) {
    // Given
    ObjectNode shape = Shape.of("resync-state-unscheduled").expected().deepCopy();
    shape.set("body", json(body));

    // When
    List<String> found =
        new Shape(what, shape)
            .differences(
                API.integration()
                    .resyncState(ResyncState.ended(ResyncState.Status.ABORTED, TIME, null, null)));

    // Then
    assertThat(found).containsExactly(expected.replace('~', '"'));
  }
}
