package dev.portage.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Writes entities into the catalog of a {@link DemoWorld}, over HTTP as any integration would. */
final class Exporter {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final String token;

  Exporter(Map<String, String> environment) {
    url = environment.get("OCEAN__PORT__BASE_URL") + "/v1/";
    ObjectNode login = JSON.createObjectNode();
    login.put("clientId", environment.get("OCEAN__PORT__CLIENT_ID"));
    login.put("clientSecret", environment.get("OCEAN__PORT__CLIENT_SECRET"));
    token = call("POST", "auth/access_token", login.toString(), "").path("accessToken").asText();
  }

  /** Upserts one entity; single quotes stand for double ones. */
  void upsert(String blueprint, String entity) {
    upsert(blueprint, List.of(json(entity)));
  }

  /** Upserts any number of entities, all of which must be accepted. */
  void upsert(String blueprint, List<? extends JsonNode> entities) {
    for (int i = 0; i < entities.size(); i += 20) {
      ObjectNode body = JSON.createObjectNode();
      body.putArray("entities").addAll(entities.subList(i, Math.min(i + 20, entities.size())));
      call(
          "POST", "blueprints/" + blueprint + "/entities/bulk?upsert=true", body.toString(), token);
    }
  }

  JsonNode get(String path) {
    return call("GET", path, "", token);
  }

  private JsonNode call(String method, String path, String body, String bearer) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("User-Agent", "port-ocean/custom/1/demo/exporter")
            .header("Authorization", "Bearer " + bearer)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
