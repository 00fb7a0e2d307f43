package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.Secret;
import dev.portage.route.call.JsonBody;
import dev.portage.route.watch.KindState;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The status page over HTTP: what is shown, and what its buttons do. */
class StatusPageTest {
  private static final String CANARY = "canary-token-of-the-api";
  private static final String HOSTILE = "/odd?x=<b>\"'&";

  @TempDir static Path directory;
  private static World world;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() throws Exception {
    world =
        new World(directory)
            .map(
                Kind.of("/users", "user"),
                Kind.of("/teams", "team").selecting(".id | test(\"^t\")"),
                Kind.of("'" + HOSTILE.replace("'", "''") + "'", "odd"));
    answerWell();
    world
        .set("AUTH_TYPE", "bearer_token")
        .set("API_TOKEN", CANARY)
        .environment("APPLICATION__PORT", Integer.toString(freePort()))
        .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
        .environment("OCEAN__EVENT_LISTENER__APP_HOST", "https://me.example.com/")
        .begin();
    resync("/actions/resync");
  }

  /** As in real life, where the port is known before. */
  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket()) {
      free.bind(new InetSocketAddress("127.0.0.1", 0));
      return free.getLocalPort();
    }
  }

  private static void answerWell() {
    world
        .api()
        .on("/users", "[{\"id\": \"u1\"}, {\"id\": \"u2\"}, {\"name\": \"nobody\"}]")
        .on("/teams", "[{\"id\": \"t1\"}, {\"id\": \"x1\"}]")
        .on("/odd", "[]");
  }

  @BeforeEach
  void fresh() {
    answerWell();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(30));
  }

  private static String address() {
    return "http://127.0.0.1:" + world.httpPort();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(to(path));
  }

  /** As a browser sends the form of a page. */
  private static HttpRequest.Builder form(String path, String page) {
    return to(path)
        .header("Accept", "text/html")
        .header("Origin", address())
        .header("Sec-Fetch-Site", "same-origin")
        .header("Referer", address() + page)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.noBody());
  }

  /** Presses a button, and waits for the run. */
  private static void resync(String action) throws Exception {
    String before = status("/api/status").at("/last_run/id").asText();
    assertThat(send(form(action, "/")).statusCode()).isEqualTo(303);
    World.await(
        "the end of the resync",
        () -> {
          try {
            JsonNode now = status("/api/status");
            return now.path("run").isNull() && !now.at("/last_run/id").asText().equals(before);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static JsonNode status(String path) throws Exception {
    return JsonBody.MAPPER.readTree(get(path).body());
  }

  @Test
  void theOverviewShowsEveryKindWithItsCounts() throws Exception {
    // When
    HttpResponse<String> answer = get("/");
    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
    assertThat(answer.body())
        .contains("href=\"/kinds/users\">/users</a>", "href=\"/kinds/teams\">/teams</a>")
        .contains("/odd?x=&lt;b&gt;&quot;&#39;&amp;")
        .contains("Last resync: ", "complete");
  }

  @Test
  void whatIsShownIsWhatTheApiAndTheCatalogSaw() throws Exception {
    // Given
    world.api().asked().clear();
    // When
    resync("/actions/resync");
    JsonNode kinds = status("/api/status").path("kinds");
    // Then
    JsonNode users = kinds.get(0).path("counts");
    assertThat(users.path("pages").asInt()).isEqualTo(world.api().asked("/users").size());
    assertThat(users.path("read").asInt()).isEqualTo(3);
    assertThat(users.path("skipped").asInt()).isEqualTo(1);
    assertThat(users.path("unchanged").asInt()).isEqualTo(world.identifiers("user").size());
    JsonNode teams = kinds.get(1).path("counts");
    assertThat(teams.path("filtered").asInt()).isEqualTo(1);
    assertThat(teams.path("mapped").asInt()).isEqualTo(world.identifiers("team").size());
  }

  @Test
  void thePageOfAKindShowsItsRouteWithLiveCounts() throws Exception {
    // When
    String before = get("/kinds/teams").body();
    resync("/actions/resync/teams");
    String after = get("/kinds/teams").body();
    // Then
    assertThat(steps(after))
        .startsWith("each-endpoint", "first-request", "until-last-page", "call-source")
        .contains("data-path", "next-request", "items", "enrich", "filter", "transform", "batches")
        .endsWith("await-upserts");
    assertThat(count(after, "enrich") - count(before, "enrich")).isEqualTo(2);
    assertThat(count(after, "transform") - count(before, "transform")).isOne();
    assertThat(count(after, "call-source") - count(before, "call-source")).isOne();
    assertThat(after).contains("GET /teams", "item to entity");
  }

  private static List<String> steps(String page) {
    List<String> steps = new ArrayList<>();
    Matcher node = Pattern.compile("class=\"node[^\"]*\"><code>([^<]+)<").matcher(page);
    while (node.find()) {
      steps.add(node.group(1));
    }
    return steps;
  }

  private static int count(String page, String step) {
    Matcher node =
        Pattern.compile("<code>" + step + "</code> <span class=\"count\">(\\d+)").matcher(page);
    assertThat(node.find()).as(step).isTrue();
    return Integer.parseInt(node.group(1));
  }

  @Test
  void aStatusThatIsHeldAlreadyIsNotSentAgain() throws Exception {
    for (String path : List.of("/api/status", "/api/status/users", "/assets/status.css")) {
      // When
      HttpResponse<String> first = get(path);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> second = send(to(path).header("If-None-Match", tag));
      HttpResponse<String> other = send(to(path).header("If-None-Match", "\"other\""));
      // Then
      assertThat(first.statusCode()).as(path).isEqualTo(200);
      assertThat(first.body()).isNotEmpty();
      assertThat(second.statusCode()).as(path).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(other.statusCode()).as(path).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/status.css, text/css; charset=utf-8",
    "/assets/status.js, text/javascript; charset=utf-8",
    "/assets/icon.svg, image/svg+xml",
    "/api/status, application/json",
  })
  void everyFileHasItsType(String path, String type) throws Exception {
    // When
    HttpResponse<String> answer = get(path);
    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
  }

  @Test
  void aKindThatIsNotThereLeadsToThoseThatAre() throws Exception {
    // When
    HttpResponse<String> page = get("/kinds/nobody");
    HttpResponse<String> json = get("/api/status/nobody");
    // Then
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("href=\"/kinds/users\"", "href=\"/kinds/teams\"");
    assertThat(page.body()).doesNotContain("nobody");
    assertThat(json.statusCode()).isEqualTo(404);
    assertThat(JsonBody.MAPPER.readTree(json.body()).path("kinds")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/nothing", "/assets/..%2f..%2fconfig", "/actions/explode", "/kinds", "/x"})
  void whatIsNotThereIsNotFound(String path) throws Exception {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /",
    "PUT, /kinds/users",
    "DELETE, /api/status",
    "POST, /assets/status.css",
    "GET, /actions/resync",
    "GET, /actions/pause/users",
    "PUT, /actions/resume/users",
  })
  void otherMethodsAreRefused(String method, String path) throws Exception {
    // When
    HttpResponse<String> answer =
        send(
            to(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.noBody()));
    // Then
    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/kinds/users", "/api/status", "/assets/status.js"})
  void aHeadHasNoBody(String path) throws Exception {
    // When
    HttpResponse<String> answer = send(to(path).method("HEAD", BodyPublishers.noBody()));
    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/kinds/users, /kinds/users",
    "/, /",
    "/kinds/users/../../x, /",
    "//other.example/kinds/users, /",
    "/kinds/<script>, /",
  })
  void aFormLeadsBackToItsPageAndNowhereElse(String page, String expected) throws Exception {
    // When
    HttpResponse<String> answer = send(form("/actions/resume/users", page));
    // Then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().allValues("Location")).containsExactly(expected);
  }

  @Test
  void aPageOfAnotherSiteCanDoNothing() throws Exception {
    // When
    HttpResponse<String> answer =
        send(
            to("/actions/pause/users")
                .header("Origin", "https://evil.example")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
    // Then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(world.watch().kind("users").orElseThrow().state()).isNotEqualTo(KindState.PAUSED);
  }

  @Test
  void aKindIsPausedAndResumed() throws Exception {
    // When
    assertThat(send(form("/actions/pause/teams", "/")).statusCode()).isEqualTo(303);
    // Then
    assertThat(status("/api/status/teams").path("state").asText()).isEqualTo("paused");
    assertThat(get("/kinds/teams").body()).contains("/actions/resume/teams").contains("paused");
    HttpResponse<String> refused = send(form("/actions/resync/teams", "/"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("teams is paused; expected it to be resumed first");
    // And when
    assertThat(send(form("/actions/resume/teams", "/")).statusCode()).isEqualTo(303);
    // Then
    assertThat(status("/api/status/teams").path("state").asText()).isNotEqualTo("paused");
  }

  @Test
  void aProgramIsToldInJson() throws Exception {
    // When
    HttpRequest.Builder pause = to("/actions/pause").header("Accept", "application/json");
    HttpResponse<String> paused = send(pause.POST(BodyPublishers.noBody()));
    HttpRequest.Builder resume = to("/actions/resume").header("Accept", "application/json");
    HttpResponse<String> resumed = send(resume.POST(BodyPublishers.noBody()));
    HttpRequest.Builder nobody = to("/actions/pause/nobody").header("Accept", "application/json");
    HttpResponse<String> missing = send(nobody.POST(BodyPublishers.noBody()));
    // Then
    assertThat(paused.statusCode()).isEqualTo(202);
    assertThat(paused.body()).isEqualTo("{\"ok\":true,\"message\":\"Paused.\"}");
    assertThat(resumed.statusCode()).isEqualTo(202);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("\"kinds\":[\"users\",\"teams\"");
  }

  @Test
  void whatIsSecretIsShownNowhere() throws Exception {
    // Given an API that repeats the token in its items, and in what goes wrong
    world.masker().hide(List.of(new Secret(CANARY)));
    world
        .api()
        .on("/users", "[{\"id\": \"" + CANARY + " \\u0000\", \"name\": [\"" + CANARY + "\"]}]")
        .on("/teams", "[{\"id\": {\"" + CANARY + "\": 1}}]")
        .on("/odd", any -> Told.status(500));
    // When
    resync("/actions/resync");
    // Then
    for (String path :
        List.of(
            "/",
            "/kinds/users",
            "/kinds/teams",
            "/api/status",
            "/api/status/users",
            "/api/status/teams")) {
      assertThat(get(path).body()).as(path).isNotEmpty().doesNotContain(CANARY);
    }
    assertThat(get("/").body()).contains("incomplete", "answered 500");
  }
}
