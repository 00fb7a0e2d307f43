package dev.portage.sink;

import static dev.portage.sink.Entities.answer;
import static dev.portage.sink.Entities.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PortApiTest {
  static final PortApi API =
      new PortApi("https://port.test/", "id-1", new Secret("s3cret"), "custom", "acme hr", "1.2.3");

  static JsonNode bodyOf(ApiRequest request) {
    return ((ApiRequest.Json) request.body()).value();
  }

  @Test
  void logsIn() {
    // When
    ApiRequest login = API.login();

    // Then
    assertThat(login.method()).isEqualTo("POST");
    assertThat(login.url()).isEqualTo("https://port.test/v1/auth/access_token");
    assertThat(login.header("user-agent")).contains("port-ocean/custom/1.2.3/acme hr");
    assertThat(bodyOf(login)).isEqualTo(json("{'clientId':'id-1','clientSecret':'s3cret'}"));
  }

  @Test
  void readsTheTokenAndSignsWithIt() {
    // When
    AccessToken token =
        API.readLogin(answer(200, "{'accessToken':'ey','expiresIn':10800,'tokenType':'Bearer'}"));

    // Then
    assertThat(token.lifetime()).isEqualTo(Duration.ofHours(3));
    assertThat(token.toString()).doesNotContain("ey");
    assertThat(token.sign(API.login()).header("Authorization")).contains("Bearer ey");
  }

  @Test
  void tellsWhyALoginFails() {
    assertThatThrownBy(
            () -> API.readLogin(answer(401, "{'error':'unauthorized','message':'wrong secret'}")))
        .isInstanceOf(PortException.class)
        .hasMessage("login: Port answered 401 unauthorized: wrong secret (trace t-1)");
    assertThatThrownBy(() -> API.readLogin(answer(200, "{}")))
        .hasMessage("login: Port's answer cannot be read; expected accessToken");
  }

  @Test
  void asksForTheIntegration() {
    assertThat(API.integration().get().url())
        .isEqualTo(
            "https://port.test/v1/integration/acme%20hr?oceanCoreVersion=0.48.12&isPolling=false");
  }

  @Test
  void readsTheIntegration() {
    // When
    Integration integration =
        API.integration()
            .readGet(
                answer(
                    200,
                    "{'integration':{'config':{'resources':[]},'resyncState':"
                        + "{'updatedAt':'2026-08-20T09:59:01.000Z'}}}"))
            .orElseThrow();

    // Then
    assertThat(integration.config()).isEqualTo(json("{'resources':[]}"));
    assertThat(integration.installationType()).isEqualTo("OnPrem");
    assertThat(integration.resyncStateUpdatedAt()).contains(Instant.parse("2026-08-20T09:59:01Z"));
    assertThat(API.integration().readGet(answer(404, "{}"))).isEmpty();
    assertThatThrownBy(() -> API.integration().readGet(answer(500, "")))
        .hasMessage("integration acme hr: Port answered 500: HTTP 500 (trace t-1)");
  }

  @Test
  void createsTheIntegration() {
    // When
    ApiRequest create =
        API.integration().create(json("{}"), Origin.DEFAULT, DefaultResources.emptyMapping());

    // Then
    assertThat(create.url()).isEqualTo("https://port.test/v1/integration");
    assertThat(bodyOf(create).toString())
        .isEqualTo(
            json("{'installationId':'acme hr','installationAppType':'custom','version':'1.2.3',"
                    + "'changelogDestination':{},'config':{'deleteDependentEntities':true,"
                    + "'createMissingRelatedEntities':true,'enableMergeEntity':true,"
                    + "'entityDeletionThreshold':0.9,'resources':[]},"
                    + "'actionsProcessingEnabled':false,'incrementalSyncEnabled':false,"
                    + "'createPortResourcesOrigin':'Default'}")
                .toString());
    assertThat(API.integration().create(json("{}"), Origin.PORT, json("{}")).url())
        .endsWith("/integration?integration_modes=create_resources");
  }

  @Test
  void announcesThatItMapsItself() {
    // When
    ApiRequest patch = API.integration().announce(json("{'type':'KAFKA'}"));

    // Then
    assertThat(patch.method()).isEqualTo("PATCH");
    assertThat(bodyOf(patch))
        .isEqualTo(
            json(
                "{'installationAppType':'custom','changelogDestination':{'type':'KAFKA'},"
                    + "'actionsProcessingEnabled':false,'incrementalSyncEnabled':false,"
                    + "'processingMode':'ocean-core','version':'1.2.3'}"));
    assertThat(bodyOf(API.integration().resourcesInitialized()))
        .isEqualTo(json("{'arePortResourcesInitialized':true,'version':'1.2.3'}"));
  }

  @Test
  void reportsTheResyncState() {
    // Given
    Instant start = Instant.parse("2026-08-20T10:00:00.123456Z");
    Instant next = Instant.parse("2026-08-20T11:00:00Z");

    // When
    ApiRequest running =
        API.integration().resyncState(ResyncState.running(start, next, Duration.ofHours(1)));
    ApiRequest ended =
        API.integration()
            .resyncState(ResyncState.ended(ResyncState.Status.FAILED, next, null, null));

    // Then
    assertThat(running.url()).isEqualTo("https://port.test/v1/integration/acme%20hr/resync-state");
    assertThat(bodyOf(running).toString())
        .isEqualTo(
            json("{'status':'running','lastResyncStart':'2026-08-20T10:00:00.123456+00:00',"
                    + "'lastResyncEnd':null,'nextResync':'2026-08-20T11:00:00.000000+00:00',"
                    + "'intervalInMinuets':60}")
                .toString());
    assertThat(bodyOf(ended))
        .isEqualTo(
            json(
                "{'status':'failed','lastResyncEnd':'2026-08-20T11:00:00.000000+00:00',"
                    + "'nextResync':null,'intervalInMinuets':null}"));
  }

  @Test
  void readsWhetherSomebodyWantsAResync() {
    IntegrationCalls calls = API.integration();

    assertThat(calls.resyncRequest().url()).endsWith("/integration/acme%20hr/resync-request");
    assertThat(calls.readResyncRequest(answer(200, "{'request':{'updatedAt':'x'}}"))).contains("x");
    assertThat(calls.readResyncRequest(answer(200, "{'request':null}"))).isEmpty();
    assertThat(calls.readResyncRequest(answer(200, "{'request':{}}"))).isEmpty();
  }
}
