package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import dev.portage.route.call.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Port without a network that knows one installation and blueprints, and remembers the calls. */
final class ScriptedPort implements Function<ApiRequest, ApiResponse> {
  private static final String ONE = "/integration/acme";

  private final List<String> asked = new ArrayList<>();
  private final Map<String, JsonNode> bodies = new LinkedHashMap<>();
  private final Set<String> blueprints = new LinkedHashSet<>();
  private final Map<String, Told> instead = new LinkedHashMap<>();
  private @Nullable ObjectNode integration;
  private int emptyAnswers = Integer.MAX_VALUE;

  /** The installation as it is stored. */
  ScriptedPort holding(JsonNode stored) {
    integration = stored.deepCopy();
    return this;
  }

  ScriptedPort withBlueprint(String identifier) {
    blueprints.add(identifier);
    return this;
  }

  /**
   * What one call is answered.
   *
   * @param line such as {@code POST /blueprints a}
   */
  ScriptedPort on(String line, int status, String body) {
    Told told = Told.json(body);
    instead.put(line, new Told(status, Map.of(), told.body(), told.length()));
    return this;
  }

  /** An empty mapping stays so for that many questions, and then Port writes one. */
  ScriptedPort provisioningAfter(int questions) {
    emptyAnswers = questions;
    return this;
  }

  /** Every call, such as {@code POST /blueprints a}, without query. */
  List<String> asked() {
    return asked;
  }

  /** The body of the last call of that line. */
  JsonNode body(String line) {
    return bodies.get(line);
  }

  Set<String> blueprints() {
    return blueprints;
  }

  @Override
  public ApiResponse apply(ApiRequest request) {
    JsonNode body =
        request.body() instanceof ApiRequest.Json json
            ? json.value()
            : JsonNodeFactory.instance.objectNode();
    String path = request.address().replaceFirst(".*/v1", "");
    String named = path.startsWith("/integration") ? "" : body.path("identifier").asText("");
    String line = (request.method() + " " + path + " " + named).strip();
    asked.add(line);
    bodies.put(line, body);
    Told told = instead.get(line);
    return told != null ? read(told) : answer(request.method(), path, body);
  }

  private static ApiResponse read(Told told) {
    try {
      return new ApiResponse(
          told.status(), Headers.of(Map.of()), JsonBody.MAPPER.readTree(told.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ApiResponse answer(String method, String path, JsonNode body) {
    return switch (path) {
      case "/integration/provision-enabled", "/organization" -> answer(404, "error", "");
      case "/integration" -> stored(201, body);
      case ONE -> method.equals("GET") ? current() : stored(200, body);
      case ONE + "/config" -> stored(200, body);
      case "/blueprints" -> blueprints.add(name(body)) ? answer(201, "", "") : answer(409, "", "");
      case "/actions", "/pages" -> answer(201, "", "");
      default -> path.endsWith("/scorecards") ? answer(201, "", "") : blueprint(method, path);
    };
  }

  private ApiResponse current() {
    ObjectNode known = integration;
    if (known == null) {
      return answer(404, "error", "not_found");
    }
    if (known.path("config").isEmpty() && emptyAnswers-- <= 0) {
      known.putObject("config").putArray("resources");
    }
    return shown(200, known);
  }

  private ApiResponse stored(int status, JsonNode change) {
    ObjectNode known = integration == null ? JsonNodeFactory.instance.objectNode() : integration;
    integration = known.setAll((ObjectNode) change.deepCopy());
    return shown(status, known);
  }

  private static ApiResponse shown(int status, ObjectNode integration) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("integration", integration.deepCopy());
    return new ApiResponse(status, Headers.of(Map.of()), body);
  }

  private ApiResponse blueprint(String method, String path) {
    String name = path.replaceFirst(".*/", "");
    boolean known = method.equals("DELETE") ? blueprints.remove(name) : blueprints.contains(name);
    return known ? answer(200, "", "") : answer(404, "error", "not_found");
  }

  private static String name(JsonNode body) {
    return body.path("identifier").asText();
  }

  private static ApiResponse answer(int status, String field, String text) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return new ApiResponse(
        status, Headers.of(Map.of()), field.isEmpty() ? body : body.put(field, text));
  }
}
