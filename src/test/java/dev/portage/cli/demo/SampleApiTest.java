package dev.portage.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleApiTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static SampleApi api;

  @BeforeAll
  static void start() {
    api = SampleApi.start(0);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void teamsComeAsOneBareList() throws Exception {
    assertThat(ids(get("/teams"), "id")).hasSize(8).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 20, 50})
  void everyServiceComesOnceByPage(int size) throws Exception {
    List<String> seen = new ArrayList<>();
    JsonNode body;
    int page = 1;
    do {
      body = get("/services?page=" + page++ + "&per_page=" + size);
      seen.addAll(ids(body.path("services"), "id"));
    } while (body.path("has_more").asBoolean());

    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    assertThat(get("/services?page=99").path("services")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 100, 5000})
  void everyDeploymentComesOnceByCursor(int size) throws Exception {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode body = get("/deployments?limit=" + size + cursor);
      seen.addAll(ids(body.path("items"), "id"));
      cursor = "&cursor=" + body.path("paging").path("next_cursor").asText("");
      assertThat(body.path("paging").path("has_more").asBoolean())
          .isEqualTo(!body.path("paging").path("next_cursor").isNull());
    } while (!cursor.equals("&cursor=null") && !cursor.equals("&cursor="));

    assertThat(seen).hasSize(400).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 20, 45, 50})
  void everyIncidentComesOnceByLink(int size) throws Exception {
    List<String> seen = new ArrayList<>();
    Optional<String> url = Optional.of(api.url() + "/incidents?per_page=" + size);
    while (url.isPresent()) {
      HttpResponse<byte[]> response = send(url.get(), "Bearer demo-token", "");
      seen.addAll(ids(JSON.readTree(response.body()), "number"));
      Matcher next =
          Pattern.compile("<([^>]*)>; rel=\"next\"")
              .matcher(response.headers().firstValue("link").orElse(""));
      url = next.find() ? Optional.of(next.group(1)) : Optional.empty();
    }

    assertThat(seen).hasSize(45).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 10, 15})
  void everyMemberComesOnceByOffset(int size) throws Exception {
    List<String> seen = new ArrayList<>();
    for (String team : ids(get("/teams"), "id")) {
      JsonNode body;
      int offset = 0;
      do {
        body = get("/teams/%s/members?offset=%d&limit=%d".formatted(team, offset, size));
        seen.addAll(ids(body.path("members"), "email"));
        offset += size;
      } while (body.path("has_more").asBoolean());
    }

    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void recordsReferToOneAnother() throws Exception {
    HashSet<String> teams = new HashSet<>(ids(get("/teams"), "id"));
    HashSet<String> services = new HashSet<>();
    for (int page = 1; page <= 2; page++) {
      for (JsonNode service : get("/services?per_page=50&page=" + page).path("services")) {
        services.add(service.path("id").asText());
        assertThat(teams).contains(service.path("owner").path("team_id").asText());
      }
    }
    for (JsonNode deployment : get("/deployments?limit=100").path("items")) {
      assertThat(services).contains(deployment.path("service_id").asText());
    }
    for (JsonNode incident : get("/incidents?per_page=50")) {
      assertThat(services).containsAll(ids(incident.path("affected"), "service_id"));
    }
    for (String service : services) {
      JsonNode found = get("/services/" + service + "/dependencies").path("depends_on");
      found.forEach(other -> assertThat(services).contains(other.asText()));
      assertThat(get("/services/" + service).path("id").asText()).isEqualTo(service);
    }
  }

  @Test
  void recordsAreTheSameAtEveryStart() throws Exception {
    try (SampleApi other = SampleApi.start(0)) {
      for (String path : new String[] {"/teams", "/services", "/deployments", "/incidents"}) {
        assertThat(JSON.readTree(send(other.url() + path, "Bearer demo-token", "").body()))
            .isEqualTo(get(path));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer other", "demo-token", "Basic ZGVtbzpkZW1v"})
  void requestsWithoutTheTokenAreRefused(String authorization) throws Exception {
    HttpResponse<byte[]> response = send(api.url() + "/teams", authorization, "");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate")).isPresent();
    assertThat(JSON.readTree(response.body()).path("error").path("code").asText())
        .isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @CsvSource({
    "/services?page=0, 400",
    "/services?per_page=x, 400",
    "/deployments?cursor=nonsense, 400",
    "/deployments?cursor=!, 400",
    "/teams/checkout/members?offset=-1, 400",
    "/incidents?page=, 400",
    "/teams/none/members, 404",
    "/services/none, 404",
    "/services/none/dependencies, 404",
    "/nothing, 404",
    "/, 200",
  })
  void otherRequestsAreToldWhatIsWrong(String path, int status) throws Exception {
    HttpResponse<byte[]> response = send(api.url() + path, "Bearer demo-token", "");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).isObject()).isTrue();
  }

  @Test
  void answersAreCompressedForThoseWhoAcceptIt() throws Exception {
    HttpResponse<byte[]> plain = send(api.url() + "/deployments", "Bearer demo-token", "");
    HttpResponse<byte[]> gzip = send(api.url() + "/deployments", "Bearer demo-token", "gzip");

    assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
    assertThat(gzip.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(gzip.body().length).isLessThan(plain.body().length);
    try (GZIPInputStream inflated = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
      assertThat(inflated.readAllBytes()).isEqualTo(plain.body());
    }
  }

  private static JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(api.url() + path, "Bearer demo-token", "");
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static HttpResponse<byte[]> send(String url, String authorization, String encoding)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (!encoding.isEmpty()) {
      request.header("Accept-Encoding", encoding);
    }
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static List<String> ids(JsonNode list, String field) {
    List<String> ids = new ArrayList<>();
    list.forEach(item -> ids.add(item.path(field).asText()));
    return ids;
  }
}
