package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of an array or text that a slice means; within its bounds.
 *
 * @param from first position
 * @param to position after the last
 */
public record Range(int from, int to) {

  /** The key of a slice: an object with {@code start} and {@code end}, as paths hold it. */
  public static JsonNode key(JsonNode start, JsonNode end) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    fields.put("start", start);
    fields.put("end", end);
    return Json.object(fields);
  }

  /**
   * The part that a slice key means in a value of {@code length} elements.
   *
   * @throws Failure when start or end is neither a number nor null
   */
  public static Range of(JsonNode key, int length, String kind) {
    JsonNode start = key.path("start");
    JsonNode end = key.path("end");
    if (!isBound(start) || !isBound(end)) {
      throw new Failure("Start and end indices of an " + kind + " slice must be numbers");
    }
    double from = start.isNumber() ? start.doubleValue() : 0;
    double to = end.isNumber() ? end.doubleValue() : length;
    from = Double.isNaN(from) ? 0 : from < 0 ? from + length : from;
    to = Double.isNaN(to) ? length : to < 0 ? to + length : to;
    int first = (int) Math.min(Math.max(from, 0), length);
    int last = (int) Math.min(Math.ceil(to), length);
    return new Range(first, Math.max(first, last));
  }

  private static boolean isBound(JsonNode node) {
    return node.isNumber() || node.isNull() || node.isMissingNode();
  }

  /** The part of an array. */
  JsonNode slice(JsonNode array) {
    List<JsonNode> items = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      items.add(array.get(i));
    }
    return Json.array(items);
  }
}
