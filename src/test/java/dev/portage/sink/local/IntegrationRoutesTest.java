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

class IntegrationRoutesTest {

  private static final String PATH = "/v1/integration/acme";

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

  @Test
  void lifeOfAnIntegration() {
    assertThat(client.get(PATH).status()).isEqualTo(404);
    Reply created =
        client.post(
            "/v1/integration",
            "{'installationId':'acme','installationAppType':'custom','version':'1','config':{}}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("integration").path("installationType").asText())
        .isEqualTo("OnPrem");
    assertThat(client.post("/v1/integration", "{'installationId':'acme'}").status()).isEqualTo(409);

    client.call("PATCH", PATH, "{'version':'2','arePortResourcesInitialized':true}");
    client.call("PATCH", PATH + "/config", "{'config':{'resources':[]}}");
    client.call("PATCH", PATH + "/resync-state", "{'status':'running','intervalInMinuets':5}");
    client.call("PATCH", PATH + "/resync-state", "{'status':'completed'}");

    JsonNode integration = client.get(PATH + "?oceanCoreVersion=1").json().path("integration");
    assertThat(integration.path("version").asText()).isEqualTo("2");
    assertThat(integration.path("arePortResourcesInitialized").asBoolean()).isTrue();
    assertThat(integration.path("config")).isEqualTo(Client.json("{'resources':[]}"));
    assertThat(integration.path("resyncState").path("status").asText()).isEqualTo("completed");
    assertThat(integration.path("resyncState").path("intervalInMinuets").asInt()).isEqualTo(5);
    assertThat(integration.path("resyncState").path("updatedAt").asText()).endsWith("Z");
    assertThat(client.get(PATH + "/resync-request").json().path("request").isNull()).isTrue();
    assertThat(client.get("/v1/integration").json().path("integrations")).hasSize(1);

    assertThat(client.call("DELETE", PATH, "").status()).isEqualTo(200);
    assertThat(client.get(PATH).status()).isEqualTo(404);
  }

  @Test
  void addressesToSendToLeadBackHere() {
    client.post("/v1/integration", "{'installationId':'acme'}");

    JsonNode integration = client.get(PATH).json().path("integration");
    for (String kind : new String[] {"log", "metric", "ingest"}) {
      String address = integration.path(kind + "Attributes").path("ingestUrl").asText();
      assertThat(address).startsWith(server.url());
      assertThat(client.post(address.substring(server.url().length()), "{}").status())
          .isEqualTo(202);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "POST   | /v1/integration                   | {'config':{}} | 422",
        "PATCH  | /v1/integration/none              | {}            | 404",
        "PATCH  | /v1/integration/none/config       | {'config':{}} | 404",
        "PATCH  | /v1/integration/none/resync-state | {}            | 404",
        "DELETE | /v1/integration/none              | {}            | 404",
        "GET    | /v1/integration/none/resync-request | {}          | 404",
      })
  void unknownIntegrationsAreRefused(String method, String path, String body, int status) {
    assertThat(client.call(method, path, body).status()).isEqualTo(status);
  }

  @Test
  void configMustBeAnObject() {
    client.post("/v1/integration", "{'installationId':'acme'}");

    assertThat(client.call("PATCH", PATH + "/config", "{'config':[]}").status()).isEqualTo(422);
  }

  @Test
  void installedMappingIsThereBeforeTheFirstCall() {
    server.catalog().install("ready", Client.json("{'resources':[{'kind':'/a'}]}"));

    JsonNode integration = client.get("/v1/integration/ready").json().path("integration");
    assertThat(integration.path("config").path("resources")).hasSize(1);
    assertThat(integration.path("arePortResourcesInitialized").asBoolean()).isTrue();
    assertThatThrownBy(() -> server.catalog().install("ready", Client.json("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("integration: integration \"ready\" exists already");
  }

  @Test
  void organisationHasNoFlags() {
    JsonNode organisation = client.get("/v1/organization").json().path("organization");

    assertThat(organisation.path("featureFlags").isArray()).isTrue();
    assertThat(organisation.path("featureFlags")).isEmpty();
  }
}
