package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to a {@link LocalCatalogServer} over HTTP, as a stranger would. */
final class Client {

  static final String EXPORTER = "port-ocean/custom/1.0.0/acme/exporter";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  /** An answer; {@code json} is a missing node when the body is none. */
  record Reply(int status, JsonNode json, String text, HttpResponse<String> response) {
    String error() {
      return json.path("error").asText();
    }

    String message() {
      return json.path("message").asText();
    }
  }

  private Client(String url, String token) {
    this.url = url;
    this.token = token;
  }

  static Client anonymous(LocalCatalogServer server) {
    return new Client(server.url(), "");
  }

  static Client loggedIn(LocalCatalogServer server) {
    Reply reply =
        anonymous(server)
            .call("POST", "/v1/auth/access_token", "{'clientId':'id','clientSecret':'secret'}");
    return new Client(server.url(), reply.json().path("accessToken").asText());
  }

  Client withToken(String other) {
    return new Client(url, other);
  }

  Reply get(String path) {
    return call("GET", path, "");
  }

  Reply post(String path, String body) {
    return call("POST", path, body);
  }

  /** Sends a body in which single quotes stand for double ones. */
  Reply call(String method, String path, String body) {
    return sent(method, path, body.replace('\'', '"'), EXPORTER);
  }

  Reply sent(String method, String path, String body, String agent) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("User-Agent", agent)
            .method(
                method,
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      boolean isJson =
          response.headers().firstValue("content-type").orElse("").startsWith("application/json");
      JsonNode json = JSON.readTree(isJson ? response.body() : "");
      return new Reply(response.statusCode(), json, response.body(), response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
