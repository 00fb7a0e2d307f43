package dev.portage.sink;

import static dev.portage.sink.Entities.answer;
import static dev.portage.sink.Entities.batch;
import static dev.portage.sink.Entities.entity;
import static dev.portage.sink.Entities.json;
import static dev.portage.sink.PortApiTest.API;
import static dev.portage.sink.PortApiTest.bodyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.catalog.EntityKey;
import dev.portage.http.ApiRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityCallsTest {
  private static final String AGENT = "port-ocean/custom/1.2.3/acme hr/exporter";

  @Test
  void upsertsInBulk() {
    // When
    ApiRequest request =
        API.entities()
            .bulkUpsert(
                batch(entity("a b", "1"), entity("a b", "2")),
                new UpsertOptions(false, true, "run-1"));

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url())
        .isEqualTo(
            "https://port.test/v1/blueprints/a%20b/entities/bulk?upsert=true&merge=true"
                + "&create_missing_related_entities=false&validation_only=false"
                + "&ocean_info_event_type=resync&ocean_info_resync_id=run-1");
    assertThat(request.header("User-Agent")).contains(AGENT);
    assertThat(bodyOf(request))
        .isEqualTo(
            json(
                "{'entities':[{'identifier':'1','blueprint':'a b'},"
                    + "{'identifier':'2','blueprint':'a b'}]}"));
  }

  @Test
  void upsertsOne() {
    // When
    ApiRequest request =
        API.entities().upsert(entity("user", "1"), new UpsertOptions(true, false, "r"));

    // Then
    assertThat(request.url()).contains("/blueprints/user/entities?upsert=true&merge=false&");
    assertThat(bodyOf(request)).isEqualTo(json("{'identifier':'1','blueprint':'user'}"));
  }

  @Test
  void asksWhatPortHolds() {
    // When
    ApiRequest request =
        API.entities()
            .search(
                List.of(entity("user", "1"), entity("user", "2"), entity("user", "1")),
                List.of("identifier", "properties.e mail"));

    // Then
    assertThat(request.url())
        .isEqualTo(
            "https://port.test/v1/entities/search?exclude_calculated_properties=true"
                + "&include=identifier&include=properties.e%20mail");
    assertThat(request.header("User-Agent")).contains(AGENT);
    assertThat(bodyOf(request))
        .isEqualTo(
            json(
                "{'combinator':'and','rules':["
                    + "{'property':'$identifier','operator':'in','value':['1','2']},"
                    + "{'property':'$blueprint','operator':'=','value':'user'},"
                    + "{'property':'$datasource','operator':'contains','value':'port-ocean/custom/'},"
                    + "{'property':'$datasource','operator':'contains','value':'/acme hr/exporter'}]}"));
  }

  @Test
  void refusesASearchAnswerWithoutEntities() {
    assertThat(API.entities().readSearch(answer(200, "{'entities':[{'identifier':'1'}]}")))
        .containsExactly(json("{'identifier':'1'}"));
    assertThatThrownBy(() -> API.entities().readSearch(answer(200, "{'ok':true}")))
        .isInstanceOf(PortException.class)
        .hasMessage("entities/search: Port's answer cannot be read; expected a list of entities");
  }

  @Test
  void asksWhatTheInstallationOwns() {
    // Given
    Instant before = Instant.parse("2026-08-20T10:00:00.001Z");

    // Then
    assertThat(API.ownership().owned(null, null).url())
        .isEqualTo("https://port.test/v1/blueprints/entities/datasource-entities");
    assertThat(bodyOf(API.ownership().owned(null, null)))
        .isEqualTo(
            json(
                "{'datasource_prefix':'port-ocean/custom/','datasource_suffix':"
                    + "'/acme hr/exporter','limit':5000}"));
    assertThat(bodyOf(API.ownership().owned(before, "abc")))
        .isEqualTo(
            json(
                "{'datasource_prefix':'port-ocean/custom/','datasource_suffix':"
                    + "'/acme hr/exporter','limit':5000,"
                    + "'before':'2026-08-20T10:00:00.001000+00:00','from':'abc'}"));
  }

  @Test
  void readsAPageOfWhatIsOwned() {
    OwnershipCalls calls = API.ownership();

    assertThat(
            calls.readOwned(
                answer(200, "{'entities':[{'identifier':'u','blueprint':'user'}],'next':'abc'}")))
        .satisfies(page -> assertThat(page.keys()).containsExactly(new EntityKey("user", "u")))
        .satisfies(page -> assertThat(page.next()).contains("abc"));
    assertThat(calls.readOwned(answer(200, "{'entities':[],'next':null}")).next()).isEmpty();
    assertThatThrownBy(() -> calls.readOwned(answer(500, "{}"))).isInstanceOf(PortException.class);
  }

  @Test
  void readsWhereRelationsPointTo() {
    OwnershipCalls calls = API.ownership();

    assertThat(calls.blueprint("a/b").url()).isEqualTo("https://port.test/v1/blueprints/a%2Fb");
    assertThat(
            calls.readRelationTargets(
                answer(200, "{'blueprint':{'relations':{'owner':{'target':'user'}}}}")))
        .isEqualTo(Map.of("owner", "user"));
    assertThat(calls.readRelationTargets(answer(404, "{}"))).isEmpty();
  }

  @Test
  void deletes() {
    // When
    ApiRequest request = API.ownership().delete("user", List.of("1", "2"), true, "run-1");

    // Then
    assertThat(request.url())
        .isEqualTo(
            "https://port.test/v1/blueprints/user/bulk/entities/delete?delete_dependents=true"
                + "&ocean_info_event_type=resync&ocean_info_resync_id=run-1");
    assertThat(bodyOf(request)).isEqualTo(json("{'entities':['1','2']}"));
    assertThat(API.ownership().readDelete(answer(200, "{'deletedEntities':['1']}")))
        .containsExactly("1");
  }
}
