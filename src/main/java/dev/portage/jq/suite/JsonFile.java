package dev.portage.jq.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.JqOptions;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON texts with any number of values, as jq reads them: numbers stay as they are written. */
public final class JsonFile {
  private static final JqOptions ROOMY =
      JqOptions.DEFAULT.withSize(Integer.MAX_VALUE).withTime(java.time.Duration.ofHours(1));

  private JsonFile() {}

  /**
   * All values of a file in UTF-8.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  public static List<JsonNode> all(byte[] content) {
    try {
      return JsonReader.readAll(new String(content, StandardCharsets.UTF_8), new Run(ROOMY));
    } catch (Failure e) {
      throw new IllegalArgumentException("input is no JSON: " + e.getMessage(), e);
    }
  }

  /**
   * The one value of a text; null for a blank one.
   *
   * @throws IllegalArgumentException when it is not one JSON value
   */
  public static JsonNode one(String text) {
    try {
      JsonNode value = JsonReader.read(text, new Run(ROOMY));
      return value == null ? Json.NULL : value;
    } catch (Failure e) {
      throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
    }
  }
}
