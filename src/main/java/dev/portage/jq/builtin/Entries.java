package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Access;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects as lists of key and value. */
final class Entries {
  private static final List<String> KEYS = List.of("key", "k", "name", "Name", "K", "Key");

  private Entries() {}

  static void register(Table table) {
    table.simple("to_entries", Entries::toEntries);
    table.natively("from_entries", 0, Entries::fromEntries);
  }

  private static JsonNode toEntries(JsonNode in) {
    if (!in.isContainerNode()) {
      throw Failure.of(in, "has no keys");
    }
    List<JsonNode> entries = new ArrayList<>(in.size());
    if (in.isObject()) {
      in.properties().forEach(e -> entries.add(entry(Json.text(e.getKey()), e.getValue())));
    } else {
      for (int i = 0; i < in.size(); i++) {
        entries.add(entry(Numbers.of((long) i), in.get(i)));
      }
    }
    return Json.array(entries);
  }

  private static JsonNode entry(JsonNode key, JsonNode value) {
    Map<String, JsonNode> fields = new LinkedHashMap<>(4);
    fields.put("key", key);
    fields.put("value", value);
    return Json.object(fields);
  }

  private static JsonNode fromEntries(Run run, JsonNode in, JsonNode[] none) {
    if (!in.isContainerNode()) {
      throw new Failure("Cannot iterate over " + Failure.shown(in));
    }
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (JsonNode entry : in) {
      JsonNode key = key(entry);
      if (!Json.isText(key)) {
        throw new Failure("Object keys must be strings");
      }
      fields.put(key.textValue(), value(entry));
    }
    return Json.object(fields);
  }

  private static JsonNode key(JsonNode entry) {
    JsonNode found = Json.NULL;
    for (String name : KEYS) {
      found = Access.get(entry, Json.text(name));
      if (Json.truthy(found)) {
        break;
      }
    }
    return found;
  }

  private static JsonNode value(JsonNode entry) {
    for (String name : List.of("value", "v", "Value", "V")) {
      if (entry.has(name)) {
        return entry.get(name);
      }
    }
    return Json.NULL;
  }
}
