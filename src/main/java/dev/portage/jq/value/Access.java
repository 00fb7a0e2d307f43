package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reading elements: {@code .a}, {@code .[0]}, {@code .[1:2]}, {@code has}, positions of parts. */
public final class Access {
  /** Positions by {@code .[[…]]} are rare; the outer loops of the program still count. */
  private static final Watch NO_WATCH =
      new Watch() {
        @Override
        public void step() {}

        @Override
        public void checkSize(long elements) {}
      };

  private Access() {}

  /**
   * The element at a key; null where there is none.
   *
   * @throws Failure when such a value has no such keys
   */
  public static JsonNode get(JsonNode container, JsonNode key) {
    switch (container.getNodeType()) {
      case OBJECT -> {
        if (Json.isText(key)) {
          JsonNode value = container.get(key.textValue());
          return value == null ? Json.NULL : value;
        }
      }
      case ARRAY -> {
        if (key.isNumber()) {
          return element(container, key);
        }
        if (key.isObject()) {
          return Range.of(key, container.size(), "array").slice(container);
        }
        if (key.isArray()) {
          return positions(container, key, NO_WATCH);
        }
      }
      case NULL -> {
        if (Json.isText(key) || key.isNumber() || key.isObject()) {
          return Json.NULL;
        }
      }
      case STRING -> {
        if (key.isObject()) {
          String text = container.textValue();
          Range range = Range.of(key, Utf.length(text), "string");
          return Json.text(Utf.slice(text, range.from(), range.to()));
        }
      }
      default -> {}
    }
    throw new Failure("Cannot index " + Json.kind(container) + " with " + Failure.shown(key));
  }

  private static JsonNode element(JsonNode array, JsonNode key) {
    double position = key.doubleValue();
    if (Double.isNaN(position)) {
      return Json.NULL;
    }
    int index = (int) position;
    JsonNode value = array.get(index < 0 ? index + array.size() : index);
    return value == null ? Json.NULL : value;
  }

  /** Where a list of elements occurs in an array. */
  public static JsonNode positions(JsonNode array, JsonNode part, Watch watch) {
    List<JsonNode> found = new ArrayList<>();
    for (int i = 0; part.size() > 0 && i + part.size() <= array.size(); i++) {
      watch.step();
      if (matches(array, part, i, watch)) {
        found.add(Numbers.of((long) i));
      }
    }
    return part.isEmpty() ? Json.NULL : Json.array(found);
  }

  private static boolean matches(JsonNode array, JsonNode part, int from, Watch watch) {
    for (int j = 0; j < part.size(); j++) {
      if (!Order.equal(array.get(from + j), part.get(j), watch)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether there is such a key.
   *
   * @throws Failure when such a value has no such keys
   */
  public static boolean has(JsonNode container, JsonNode key) {
    if (container.isNull()) {
      return false;
    }
    if (container.isObject() && Json.isText(key)) {
      return container.has(key.textValue());
    }
    if (container.isArray() && key.isNumber()) {
      double position = key.doubleValue();
      return position >= 0 && (int) position < container.size();
    }
    throw new Failure(
        "Cannot check whether "
            + Json.kind(container)
            + " has a "
            + (Json.isText(key) ? "string" : Json.kind(key))
            + " key");
  }
}
