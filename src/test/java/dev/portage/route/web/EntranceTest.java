package dev.portage.route.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anybody looks at it, over real HTTP (ADR 0017). */
class EntranceTest {
  private static final String BEARER = "Authorization: Bearer " + Listening.TOKEN;

  private static Listening loopback;
  private static Listening exposed;
  private static Listening guarded;

  @BeforeAll
  static void open() throws Exception {
    loopback = Listening.on("127.0.0.1", "", "health");
    exposed = Listening.on("0.0.0.0", "", "health");
    guarded = Listening.on("0.0.0.0", Listening.TOKEN, "health", "metrics");
  }

  @AfterAll
  static void close() {
    loopback.close();
    exposed.close();
    guarded.close();
  }

  private static String basic(String user, String password) {
    String pair = user + ":" + password;
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health/live", "/metrics"})
  void onLoopbackNoTokenIsNeeded(String path) throws Exception {
    RawHttp.Answer answer = loopback.http().get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("here: " + path);
    assertThat(loopback.http().get("/jolokia/version").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health/live, 200",
    "HEAD, /health/live, 200",
    "POST, /health/live, 403",
    "GET, /p/health/live, 200",
    "POST, /resync, 200",
    "GET, /, 403",
    "GET, /metrics, 403",
    "GET, /p/metrics, 403",
    "GET, /p/page, 403",
    "GET, /hawtio, 403",
    "GET, /jolokia, 403",
    "POST, /jolokia, 403",
    "GET, /nothing, 403",
  })
  void exposedWithoutATokenOnlyHealthAndTheWebhookAnswer(String method, String path, int status)
      throws Exception {
    RawHttp.Answer answer = exposed.http().ask(method, path);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.body())
          .isEqualTo(
              "PORTAGE__HTTP__TOKEN: is not set; expected a token, since this listener can be"
                  + " reached from other machines\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health/live, 200",
    "GET, /metrics, 200",
    "GET, /p/metrics, 200",
    "GET, /p/page, 401",
    "POST, /metrics, 401",
    "POST, /p/metrics, 401",
    "POST, /resync, 200",
    "GET, /, 401",
    "POST, /, 401",
    "GET, /jolokia/version, 401",
  })
  void withATokenTheRestWantsIt(String method, String path, int status) throws Exception {
    RawHttp http = guarded.http();

    RawHttp.Answer without = http.ask(method, path);

    assertThat(without.status()).isEqualTo(status);
    assertThat(without.header("www-authenticate"))
        .isEqualTo(status == 401 ? "Basic realm=\"Portage\", charset=\"UTF-8\"" : "");
    assertThat(http.ask(method, path, BEARER).status()).isEqualTo(200);
    assertThat(http.ask(method, path, basic("anybody", Listening.TOKEN)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"GET, /hawtio", "GET, /hawtio/jolokia/version", "POST, /jolokia", "GET, /nothing"})
  void withATokenTheConsoleWantsIt(String method, String path) throws Exception {
    assertThat(guarded.http().ask(method, path).status()).isEqualTo(401);
    assertThat(guarded.http().ask(method, path, BEARER).status()).isNotEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer",
        "Authorization: Bearer canary-token-of-the-listene",
        "Authorization: Bearer canary-token-of-the-listener2",
        "Authorization: Basic canary-token-of-the-listener",
        "Authorization: Basic Y2FuYXJ5LXRva2VuLW9mLXRoZS1saXN0ZW5lcjo=",
        "Authorization: Digest canary-token-of-the-listener",
        "X-Token: canary-token-of-the-listener",
      })
  void anythingElseIsNotTheToken(String header) throws Exception {
    RawHttp.Answer answer = guarded.http().get("/", header);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("canary").contains("PORTAGE__HTTP__TOKEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health/../hawtio",
        "/health/live/../../jolokia",
        "/health/%2e%2e/hawtio",
        "/health/%2E%2E/hawtio",
        "/health/.%2e/hawtio",
        "/health/./live",
        "//health/live",
        "/health//live",
        "/health/live;a=b",
        "/health/live%3ba",
        "/health%2flive",
        "/health%5c..%5chawtio",
        "/health\\live",
        "/health/live%00",
        "/health/live%252e",
        "/health/live%",
        "/health/live%zz",
        "/%68awtio",
        "/%6Aolokia/version",
        "/%6detrics",
        "/metric%73",
        "/health/l\u00efve",
        "http://localhost/health/live",
      })
  void aPathWithTricksIsRefused(String target) throws Exception {
    assertThat(exposed.http().get(target).status()).isEqualTo(400);
    assertThat(loopback.http().get(target).status()).isEqualTo(400);
  }

  /** The router reads an encoded letter as that letter; the rules of the page are not for it. */
  @ParameterizedTest
  @ValueSource(strings = {"/%68awtio/", "/%6Aolokia/version", "/%6detrics", "/p/metric%73"})
  void anOpenPageOpensNothingElse(String target) throws Exception {
    try (Listening openPage = Listening.on("0.0.0.0", Listening.TOKEN, "health", "page")) {
      assertThat(openPage.http().get("/").status()).isEqualTo(200);
      assertThat(openPage.http().get(target).status()).isEqualTo(400);
    }
  }

  @Test
  void whatIsNoPathFindsNothing() throws Exception {
    assertThat(loopback.http().get("*").status()).isEqualTo(404);
  }

  @Test
  void aNulInAPathIsRefused() throws Exception {
    assertThat(loopback.http().get("/health\u0000/live").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:8000, 200",
    "127.0.0.1:1, 200",
    "127.1.2.3, 200",
    "[::1]:8000, 200",
    "portage.example.com, 200",
    "evil.example.com, 403",
    "evil.example.com:8000, 403",
    "localhost.evil.example.com, 403",
    "127.0.0.1.evil.example.com, 403",
    "192.168.0.7, 403",
    "localhost@evil.example.com, 400",
    "'', 400",
  })
  void onLoopbackAStrangeNameIsRefused(String host, int status) throws Exception {
    for (String path : new String[] {"/", "/health/live"}) {
      RawHttp.Answer answer = loopback.http().send("GET " + path + " HTTP/1.1", "Host: " + host);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body()).doesNotContain("evil");
    }
  }

  @Test
  void aHostThatIsMissingOrThereTwiceIsRefused() throws Exception {
    RawHttp http = loopback.http();

    assertThat(http.send("GET / HTTP/1.0").status()).isEqualTo(400);
    assertThat(http.send("GET / HTTP/1.1", "Host: localhost", "Host: evil.example.com").status())
        .isEqualTo(400);
  }

  @Test
  void exposedAnyNameWillDo() throws Exception {
    assertThat(exposed.http().send("GET /health/live HTTP/1.1", "Host: 10.1.2.3").status())
        .isEqualTo(200);
    assertThat(exposed.http().send("GET /health/live HTTP/1.1", "Host: portage.svc").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example.com",
        "Origin: null",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Content-Type: text/plain",
        "Content-Type: text/plain;charset=application/json",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: application/x-www-form-urlencoded",
      })
  void aPostOfAnotherSiteIsRefused(String header) throws Exception {
    assertThat(loopback.http().ask("POST", "/", header).status()).isEqualTo(403);
    assertThat(guarded.http().ask("POST", "/", BEARER, header).status()).isEqualTo(403);
  }

  @Test
  void whatAnotherSiteBuildsInIsRefusedAndALinkIsFollowed() throws Exception {
    RawHttp http = loopback.http();
    String cross = "Sec-Fetch-Site: cross-site";

    assertThat(http.get("/jolokia", cross, "Sec-Fetch-Mode: no-cors").status()).isEqualTo(403);
    assertThat(http.get("/", cross, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe").status())
        .isEqualTo(403);
    assertThat(
            http.get("/", cross, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
  void aPageOfOurOwnMayPost(String type) throws Exception {
    RawHttp.Answer answer =
        loopback
            .http()
            .ask(
                "POST",
                "/",
                "Origin: http://localhost:" + loopback.port(),
                "Sec-Fetch-Site: same-origin",
                "Content-Type: " + type);

    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "TRACE", "CONNECT", "PROPFIND"})
  void aMethodThatNobodyNeedsIsRefused(String method) throws Exception {
    RawHttp.Answer answer =
        loopback
            .http()
            .ask(
                method,
                "/",
                "Origin: http://localhost:" + loopback.port(),
                "Access-Control-Request-Method: POST");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).noneMatch(line -> line.startsWith("access-control-"));
  }

  @Test
  void hugeHeadersAreRefused() throws Exception {
    String huge = "x".repeat(20_000);

    assertThat(loopback.http().get("/", "X-Huge: " + huge).status()).isEqualTo(431);
    assertThat(loopback.http().get("/?" + huge).status()).isEqualTo(414);
  }

  @Test
  void aHugeBodyIsRefusedBeforeItIsSent() throws Exception {
    RawHttp.Answer answer =
        loopback
            .http()
            .ask("POST", "/", "Content-Type: application/json", "Content-Length: 1048577");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("body: is longer than 1 MiB; expected less\n");
  }

  @Test
  void aHugeBodyInChunksIsRefused() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    String head =
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";

    RawHttp.Answer answer = loopback.http().exchange(head + chunk.repeat(17) + "0\r\n\r\n");

    assertThat(answer.status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET / HTTP/1.1\r\nHost: local",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 10\r\n\r\nhalf",
      })
  void whoSendsSlowlyIsCutOff(String beginning) throws Exception {
    try (Listening impatient = Listening.impatiently();
        Socket socket = impatient.http().open()) {
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));

      // The read ends by itself, long before the limit of this side.
      assertThat(RawHttp.read(socket).status()).isZero();
    }
  }

  @Test
  void whoWaitsBetweenTwoRequestsIsServed() throws Exception {
    try (Listening impatient = Listening.impatiently();
        Socket socket = impatient.http().open()) {
      String request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
      for (int i = 0; i < 3; i++) {
        Thread.sleep(150);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .containsSubsequence("200 OK", "here: /", "200 OK", "here: /", "200 OK", "here: /");
    }
  }

  @Test
  void everyAnswerTellsTheBrowserToBeCareful() throws Exception {
    for (String path : new String[] {"/", "/nothing", "/health//live"}) {
      RawHttp.Answer answer =
          loopback.http().get(path, "Origin: http://localhost:" + loopback.port());

      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
      assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
      assertThat(answer.header("cache-control")).isEqualTo("no-store");
      assertThat(answer.header("content-security-policy")).contains("frame-ancestors 'none'");
      assertThat(answer.header("x-request-id")).hasSize(36);
      assertThat(answer.header("x-process-time")).matches("\\d+\\.\\d{6}");
      assertThat(answer.headers()).noneMatch(line -> line.startsWith("access-control-"));
    }
  }
}
