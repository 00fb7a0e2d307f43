package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** {@code contains}: texts by part, arrays and objects by elements that contain. */
public final class Containment {
  private static final int MAX_DEPTH = 10_000;

  private final Watch watch;

  private Containment(Watch watch) {
    this.watch = watch;
  }

  /**
   * Whether {@code a} contains {@code b}.
   *
   * @throws Failure when they are of different kinds or nested too deep
   */
  public static boolean contains(JsonNode a, JsonNode b, Watch watch) {
    boolean alike = a.getNodeType() == b.getNodeType();
    if (!alike) {
      throw Failure.of(a, b, "cannot have their containment checked");
    }
    return new Containment(watch).contains(a, b, 0);
  }

  private boolean contains(JsonNode a, JsonNode b, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Failure("Containment check too deep");
    }
    if (a.isObject() && b.isObject()) {
      return containsFields(a, b, depth);
    }
    if (a.isArray() && b.isArray()) {
      return containsItems(a, b, depth);
    }
    if (Json.isText(a) && Json.isText(b)) {
      return Texts.indexOf(a.textValue(), b.textValue(), 0) >= 0;
    }
    return Order.equal(a, b, watch);
  }

  private boolean containsFields(JsonNode a, JsonNode b, int depth) {
    for (Map.Entry<String, JsonNode> entry : b.properties()) {
      watch.step();
      JsonNode value = a.get(entry.getKey());
      if (value == null || !contains(value, entry.getValue(), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean containsItems(JsonNode a, JsonNode b, int depth) {
    for (JsonNode wanted : b) {
      boolean found = false;
      for (int i = 0; i < a.size() && !found; i++) {
        watch.step();
        found = contains(a.get(i), wanted, depth + 1);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
