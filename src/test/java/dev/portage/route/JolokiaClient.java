package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks Jolokia what a Hawtio elsewhere asks, with the token of the listener. */
final class JolokiaClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final String token;

  JolokiaClient(int port, String token) {
    this.address = URI.create("http://127.0.0.1:" + port + "/jolokia");
    this.token = token;
  }

  HttpResponse<String> post(String json) throws Exception {
    return send(request(address).POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(URI.create(address + path)));
  }

  private HttpRequest.Builder request(URI to) {
    return HttpRequest.newBuilder(to)
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** One answer to one question. */
  JsonNode ask(Map<String, ?> question) throws Exception {
    return JSON.readTree(post(JSON.writeValueAsString(question)).body());
  }

  /** The answer to an operation without arguments, or with some. */
  JsonNode exec(String bean, String operation, Object... arguments) throws Exception {
    return ask(
        Map.of(
            "type",
            "exec",
            "mbean",
            bean,
            "operation",
            operation,
            "arguments",
            List.of(arguments)));
  }

  /** The names of all beans, and what they say of themselves. */
  JsonNode list() throws Exception {
    return ask(Map.of("type", "list")).path("value");
  }

  /** The names of all beans that a pattern finds. */
  List<String> search(String pattern) throws Exception {
    List<String> names = new ArrayList<>();
    ask(Map.of("type", "search", "mbean", pattern))
        .path("value")
        .forEach(name -> names.add(name.asText()));
    return names;
  }

  /** All attributes of these beans, as they are sent. */
  String read(List<String> beans) throws Exception {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (String bean : beans) {
      questions.add(
          Map.of("type", "read", "mbean", bean, "config", Map.of("ignoreErrors", "true")));
    }
    return post(JSON.writeValueAsString(questions)).body();
  }

  static JsonNode parse(String json) throws Exception {
    return JSON.readTree(json);
  }
}
