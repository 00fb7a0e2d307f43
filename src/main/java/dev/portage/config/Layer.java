package dev.portage.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one source sets: values by the path of their setting, keys in snake_case. */
final class Layer {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final int rank;
  private final Map<String, Found> values = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** An empty layer; the higher its rank, the stronger it is. */
  Layer(int rank) {
    this.rank = rank;
  }

  /** All values, by path. */
  Map<String, Found> values() {
    return values;
  }

  /** What could not be read. */
  List<Problem> problems() {
    return problems;
  }

  /** Adds a mistake that was found while the source was read. */
  void reject(Place place, String found, String expected) {
    problems.add(new Problem(place.toString(), found, expected));
  }

  /** Adds a value and, when it is an object of settings, everything in it. */
  void put(String written, JsonNode value, Place place) {
    // The values of the Helm chart have both; the chart merges them (contract, section 2.5).
    String path = written.replaceFirst("^integration\\.secrets(?=\\.|$)", "integration.config");
    if (isUnset(path, value)) {
      return;
    }
    boolean setting = SettingTable.at(path).isPresent();
    if (!setting && SettingTable.isBranch(path)) {
      object(path, value, place).ifPresent(object -> putAll(path, object, place));
    } else if (setting && SettingTable.at(path).orElseThrow().type().isObject()) {
      object(path, value, place).ifPresent(object -> keep(path, object, place));
    } else {
      keep(path, value, place);
    }
  }

  private void putAll(String path, ObjectNode object, Place place) {
    object
        .properties()
        .forEach(
            e -> put(Keys.join(path, Keys.snake(e.getKey())), e.getValue(), place.at(e.getKey())));
  }

  private void keep(String path, JsonNode value, Place place) {
    Optional<String> above = SettingTable.objectAbove(path);
    String at = above.orElse(path);
    JsonNode whole = value;
    if (above.isPresent()) {
      String[] keys = path.substring(at.length() + 1).split("\\.");
      for (int i = keys.length - 1; i >= 0; i--) {
        whole = JSON.createObjectNode().set(keys[i], whole);
      }
    }
    values.merge(at, new Found(whole, place.toString(), rank), Found::under);
  }

  private static boolean isUnset(String path, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return true;
    }
    boolean mayBeEmpty =
        SettingTable.at(path).filter(s -> s.type() == SettingType.PASSWORD).isPresent();
    return value.isTextual() && value.textValue().isBlank() && !mayBeEmpty;
  }

  private Optional<ObjectNode> object(String path, JsonNode value, Place place) {
    try {
      JsonNode node = value.isTextual() ? JSON.readTree(value.textValue()) : value;
      if (node instanceof ObjectNode object) {
        return Optional.of(object);
      }
      reject(place, "is no object", "a JSON object with " + keys(path));
    } catch (JsonProcessingException e) {
      // The text of the exception would quote the value, which may be a secret.
      reject(place, "is no JSON" + Texts.position(e), "a JSON object with " + keys(path));
    }
    return Optional.empty();
  }

  /**
   * The texts of a JSON array, of a JSON array written as text, or of a text with commas; empty
   * when it is none of these.
   */
  static Optional<List<String>> list(JsonNode value) {
    try {
      boolean array = value.isTextual() && value.textValue().strip().startsWith("[");
      JsonNode node = array ? JSON.readTree(value.textValue()) : value;
      List<String> all =
          node.isArray()
              ? node.valueStream().map(e -> Texts.scalar(e).orElse("")).toList()
              : Texts.scalar(node).map(text -> List.of(text.split(","))).orElse(List.of(""));
      List<String> texts = all.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
      return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String keys(String path) {
    List<String> keys = SettingTable.keysBelow(path);
    return keys.isEmpty() ? "names and values" : String.join(", ", keys);
  }
}
