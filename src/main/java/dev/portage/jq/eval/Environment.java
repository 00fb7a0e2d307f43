package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables a program may see, as an object. */
final class Environment {
  private Environment() {}

  static JsonNode of(Map<String, String> variables) {
    Map<String, JsonNode> fields = new TreeMap<>();
    variables.forEach((name, value) -> fields.put(name, Json.text(value)));
    return Json.object(fields);
  }
}
