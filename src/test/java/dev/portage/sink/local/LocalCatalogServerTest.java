package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.sink.local.Client.Reply;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCatalogServerTest {

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

  @Test
  void tokenAnswerIsPorts() {
    Reply reply =
        Client.anonymous(server)
            .post("/v1/auth/access_token", "{'clientId':'any','clientSecret':'thing'}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("tokenType").asText()).isEqualTo("Bearer");
    assertThat(reply.json().path("expiresIn").asInt()).isEqualTo(10800);
    assertThat(reply.json().path("accessToken").asText()).contains(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'clientId':'any'}", "{'clientId':'','clientSecret':'x'}", "{}"})
  void emptyCredentialsAreRefused(String body) {
    Reply reply = Client.anonymous(server).post("/v1/auth/access_token", body);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.error()).isEqualTo("unauthorized");
  }

  @Test
  void fixedCredentialsAreTheOnlyOnes() {
    LocalCatalogServer.Login login = new LocalCatalogServer.Login("me", "mine");
    try (LocalCatalogServer strict = LocalCatalogServer.start(new LocalCatalog(true), 0, login)) {
      Client stranger = Client.anonymous(strict);

      assertThat(
              stranger
                  .post("/v1/auth/access_token", "{'clientId':'me','clientSecret':'other'}")
                  .status())
          .isEqualTo(401);
      assertThat(
              stranger
                  .post("/v1/auth/access_token", "{'clientId':'me','clientSecret':'mine'}")
                  .status())
          .isEqualTo(200);
    }
    assertThat(login.toString()).doesNotContain("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "a.b.c", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.x"})
  void everythingButTheLoginNeedsAToken(String token) {
    Reply reply = client.withToken(token).get("/v1/blueprints");

    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void tokenOfAnotherServerIsRefused() {
    try (LocalCatalogServer other = LocalCatalogServer.start(new LocalCatalog(true), 0)) {
      Reply login =
          Client.anonymous(other)
              .post("/v1/auth/access_token", "{'clientId':'a','clientSecret':'b'}");

      assertThat(
              client
                  .withToken(login.json().path("accessToken").asText())
                  .get("/v1/organization")
                  .status())
          .isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/nothing, 404",
    "POST, /nothing, 404",
    "PUT, /v1/blueprints, 404",
    "GET, /v1/blueprints/, 404",
  })
  void otherAddressesAreRefused(String method, String path, int status) {
    Reply reply = client.call(method, path, "");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("ok").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'identifier'       | 400 | malformed_json",
        "{} {}               | 400 | malformed_json",
        "[1]                 | 422 | invalid_request",
        "'text'              | 422 | invalid_request",
      })
  void bodiesThatAreNoObjectAreRefused(String body, int status, String error) {
    Reply reply = client.post("/v1/blueprints", body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.error()).isEqualTo(error);
  }

  @Test
  void malformedJsonIsLocatedButNotQuoted() {
    Reply reply = client.post("/v1/blueprints", "{'a':\n s3cret}");

    assertThat(reply.message()).contains("line 2").doesNotContain("s3cret");
  }

  @Test
  void veryDeepJsonIsRefused() {
    assertThat(client.post("/v1/blueprints", "[".repeat(5000)).status()).isEqualTo(400);
  }

  @Test
  void hugeBodyIsRefusedAfterItWasRead() {
    Reply reply = client.post("/v1/blueprints", "x".repeat((8 << 20) + 1));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(client.get("/v1/organization").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/organization, 200",
    "GET, /v1/version, 200",
    "GET, /v1/integration/provision-enabled, 200",
    "POST, /ingest/log/local, 202",
    "POST, /ingest/metric/local/syncMetrics, 202",
    "PUT, /ingest/metric/local/syncMetrics/resync/e/kind/k, 202",
    "POST, /ingest/metric/local/heartbeat, 202",
    "POST, /v1/integration/acme/kinds/%2Fusers/examples, 200",
    "POST, /v1/integration/acme/logs, 200",
    "GET, /v1/migrations/m1, 200",
  })
  void whatMeansNothingHereIsAccepted(String method, String path, int status) {
    Reply reply = client.call(method, path, method.equals("GET") ? "" : "{'logs':[]}");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("ok").asBoolean()).isTrue();
  }

  @Test
  void portInUseIsToldWithItsNumber() {
    int port = Integer.parseInt(server.url().substring("http://127.0.0.1:".length()));

    assertThatThrownBy(() -> LocalCatalogServer.start(new LocalCatalog(true), port))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("127.0.0.1:" + port);
  }

  @Test
  void closedServerLetsThePortGo() {
    int port = Integer.parseInt(server.url().substring("http://127.0.0.1:".length()));
    server.close();

    try (LocalCatalogServer next = LocalCatalogServer.start(new LocalCatalog(true), port)) {
      assertThat(next.url()).endsWith(":" + port);
    }
  }
}
