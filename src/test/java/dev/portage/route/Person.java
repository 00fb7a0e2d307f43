package dev.portage.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who changes what Port holds by hand. */
record Person(String port) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Changes an entity: the body is JSON with single quotes. */
  void edit(String blueprint, String identifier, String body) {
    call("PATCH", "/v1/blueprints/%s/entities/%s".formatted(blueprint, identifier), body);
  }

  void delete(String blueprint, String identifier) {
    call("DELETE", "/v1/blueprints/%s/entities/%s".formatted(blueprint, identifier), "");
  }

  /** Changes a blueprint. */
  void editBlueprint(String blueprint, String body) {
    call("PATCH", "/v1/blueprints/" + blueprint, body);
  }

  private void call(String method, String path, String body) {
    HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + token());
    send(request.method(method, BodyPublishers.ofString(body.replace('\'', '"'))).build());
  }

  private String token() {
    String login = "{\"clientId\": \"person\", \"clientSecret\": \"a person's\"}";
    HttpRequest request =
        request("/v1/auth/access_token").POST(BodyPublishers.ofString(login)).build();
    try {
      return new ObjectMapper().readTree(send(request)).path("accessToken").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(port + path))
        .header("Content-Type", "application/json")
        .header("User-Agent", "browser");
  }

  private static String send(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(request + ": " + answer.statusCode() + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
