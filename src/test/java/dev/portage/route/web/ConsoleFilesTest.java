package dev.portage.route.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the files of Hawtio's page are sent, so that a browser fetches them once. */
class ConsoleFilesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String SCRIPT = "/hawtio/editor.worker.js";

  private static Listening listening;

  @BeforeAll
  static void open() throws Exception {
    listening = Listening.on("127.0.0.1", "");
  }

  @AfterAll
  static void close() {
    listening.close();
  }

  /** A request with further headers, each a name and a value. */
  private static HttpResponse<byte[]> ask(String method, String path, String... headers)
      throws Exception {
    URI address = URI.create("http://127.0.0.1:" + listening.port() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return ask("GET", path, headers);
  }

  private static List<String> header(HttpResponse<?> answer, String name) {
    return answer.headers().allValues(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hawtio/", "/hawtio/favicon.ico", "/hawtio/img/hawtio-logo.svg", SCRIPT})
  void aFileThatIsHeldAlreadyIsNotSentAgain(String path) throws Exception {
    // Given
    HttpResponse<byte[]> first = get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isNotEmpty();
    String tag = first.headers().firstValue("ETag").orElseThrow();

    // When a browser asks whether it is still the same, also behind a proxy, also with others
    for (String known : List.of(tag, tag.replace("W/", ""), "\"other\", " + tag)) {
      HttpResponse<byte[]> second = get(path, "If-None-Match", known);

      // Then it may go on using what it holds, by the same rules
      assertThat(second.statusCode()).as(known).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      for (String name : List.of("ETag", "Cache-Control", "Vary", "Content-Security-Policy")) {
        assertThat(header(second, name)).hasSize(1).isEqualTo(header(first, name));
      }
    }
    assertThat(get(path, "If-None-Match", "W/\"other\"").body()).isEqualTo(first.body());
  }

  @ParameterizedTest
  @CsvSource({
    "/hawtio/, no-cache",
    "/hawtio/camel, no-cache",
    "/hawtio/editor.worker.js, no-cache",
    "/hawtio/hawtconfig.json, no-cache",
  })
  void whatMayBeAnotherAfterAnUpdateIsAskedForEachTime(String path, String caching)
      throws Exception {
    assertThat(header(get(path), "Cache-Control")).containsExactly(caching);
  }

  @Test
  void aFileWithAHashInItsNameIsNotAskedForAgain() throws Exception {
    String page = new String(get("/hawtio/").body(), StandardCharsets.UTF_8);
    Matcher files = Pattern.compile("(?:src|href)=\"(/hawtio/static/[^\"]+)\"").matcher(page);
    List<String> paths = files.results().map(found -> found.group(1)).toList();

    assertThat(paths).anyMatch(path -> path.endsWith(".js"));
    for (String path : paths) {
      HttpResponse<byte[]> answer = ask("HEAD", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(header(answer, "Cache-Control"))
          .as(path)
          .containsExactly("private, max-age=31536000, immutable");
    }
  }

  @Test
  void textIsCompressedForWhoTakesIt() throws Exception {
    HttpResponse<byte[]> plain = get(SCRIPT);
    HttpResponse<byte[]> compressed = get(SCRIPT, "Accept-Encoding", "gzip, deflate, br");

    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(header(compressed, "Content-Encoding")).containsExactly("gzip");
    assertThat(header(compressed, "Content-Type"))
        .isEqualTo(header(plain, "Content-Type"))
        .containsExactly("text/javascript; charset=utf-8");
    assertThat(header(compressed, "Vary")).containsExactly("accept-encoding");
    assertThat(compressed.body()).hasSizeLessThan(plain.body().length / 2);
    try (GZIPInputStream content =
        new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertThat(content.readAllBytes()).isEqualTo(plain.body());
    }
  }

  @Test
  void aPictureIsNotCompressedTwice() throws Exception {
    HttpResponse<byte[]> picture = get("/hawtio/favicon.ico", "Accept-Encoding", "gzip");

    assertThat(header(picture, "Content-Encoding")).isEmpty();
    assertThat(header(picture, "Content-Type")).containsExactly("image/x-icon");
  }

  @Test
  void aHeadTellsTheSameWithoutTheContent() throws Exception {
    HttpResponse<byte[]> whole = get(SCRIPT);
    HttpResponse<byte[]> head = ask("HEAD", SCRIPT);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("ETag", "Cache-Control", "Content-Type")) {
      assertThat(header(head, name)).as(name).hasSize(1).isEqualTo(header(whole, name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hawtio/nothing.js", "/hawtio/static/js/main.00000000.js"})
  void aFileThatIsNotThereIsNotFound(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Cache-Control")).containsExactly("no-store");
  }
}
