package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /resync} (contract, section 7.7). */
class WebhookTest {
  private static final String TOKEN = "the-shared-token";

  @TempDir static Path directory;
  private static World world;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    world = new World(directory).map(Kind.of("/one", "one"));
    world
        .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
        .environment("OCEAN__EVENT_LISTENER__APP_HOST", "https://me.example.com/")
        .environment("OCEAN__EVENT_LISTENER__TOKEN", TOKEN)
        .begin();
  }

  @BeforeEach
  void forget() {
    world.api().forget();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.httpPort() + path))
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String token, BodyPublisher body) throws Exception {
    return send(to("/resync").header("Authorization", "Bearer " + token).POST(body));
  }

  @Test
  void aCallIsAnsweredAtOnceAndStartsAResync() throws Exception {
    // Given an API that takes its time
    Gate gate = new Gate("[{\"id\": 7}]");
    world.api().on("/one", gate);

    // When
    HttpResponse<String> answer = post(TOKEN, BodyPublishers.ofString("{\"any\": \"thing\"}"));

    // Then the answer is there before the resync is over
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    gate.open();
    World.await("the resync", () -> world.identifiers("one").contains("7"));
  }

  @Test
  void nothingOfTheRequestIsSentBack() throws Exception {
    world.api().on("/one", "[]");

    HttpResponse<String> answer =
        send(
            to("/resync")
                .header("Authorization", "Bearer " + TOKEN)
                .header("X-Mine", "mine")
                .POST(BodyPublishers.ofString("secret-body")));

    assertThat(answer.headers().map().keySet())
        .map(String::toLowerCase)
        .containsExactlyInAnyOrder(
            "content-type",
            "content-length",
            "cache-control",
            "content-security-policy",
            "cross-origin-resource-policy",
            "referrer-policy",
            "x-content-type-options",
            "x-frame-options",
            "x-process-time",
            "x-request-id");
    assertThat(answer.body()).doesNotContain("secret-body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer another-token", "Basic the-shared-token"})
  void withoutTheTokenThereIsNoResync(String authorization) throws Exception {
    HttpRequest.Builder request = to("/resync").POST(BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }

    HttpResponse<String> answer = send(request);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(answer.body()).doesNotContain(TOKEN).doesNotContain("another");
    assertThat(world.api().asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET, /resync, 405", "PUT, /resync, 405", "POST, /, 405", "POST, /resync/x, 404"})
  void onlyThatCallIsKnown(String method, String path, int status) throws Exception {
    assertThat(
            send(to(path)
                    .header("Authorization", "Bearer " + TOKEN)
                    .method(method, BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"0, 202", "1000000, 202", "1100000, 413"})
  void aBodyIsIgnoredUpToOneMebibyte(int length, int status) throws Exception {
    world.api().on("/one", "[]");

    HttpResponse<String> answer = post(TOKEN, BodyPublishers.ofByteArray(new byte[length]));

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void callsDuringAResyncLeadToOneMore() throws Exception {
    // Given a resync that is going on
    Gate gate = new Gate("[]");
    world.api().on("/one", gate);
    post(TOKEN, BodyPublishers.noBody());
    World.await("the first resync", () -> world.api().asked("/one").size() == 1);

    // When five more are wanted
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answers.add(post(TOKEN, BodyPublishers.noBody()).statusCode());
    }
    long served = Jmx.node("requests/served", "ExchangesTotal");

    // Then none of them runs beside it
    Thread.sleep(200);
    assertThat(answers).containsOnly(202);
    assertThat(world.api().asked("/one")).hasSize(1);

    // And one serves them all
    gate.open();
    World.await(
        "the second resync", () -> Jmx.node("requests/served", "ExchangesTotal") == served + 2);
    Thread.sleep(200);
    assertThat(world.api().asked("/one")).hasSize(2);
  }

  @Test
  void portIsToldWhereToCall() {
    assertThat(world.integration().path("changelogDestination"))
        .hasToString("{\"type\":\"WEBHOOK\",\"url\":\"https://me.example.com/resync\"}");
  }
}
