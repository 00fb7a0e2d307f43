package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Gives an item the path parameters of the address that it was read from. */
public final class ParentValues {
  private static final String PREFIX = "__";

  private ParentValues() {}

  /**
   * The item with {@code __name} for every value, and {@code name} as well where the item has no
   * field of that name (DESIGN, section 6).
   *
   * @param item not changed; what is no object comes back as it is
   * @param values of the path parameters, by name
   * @return a shallow copy, or the item itself when there is nothing to add
   */
  public static JsonNode enrich(JsonNode item, Map<String, String> values) {
    if (values.isEmpty() || !(item instanceof ObjectNode object)) {
      return item;
    }
    ObjectNode copy = object.objectNode();
    copy.setAll(object);
    values.forEach(
        (name, value) -> {
          copy.put(PREFIX + name, value);
          if (!object.has(name)) {
            copy.put(name, value);
          }
        });
    return copy;
  }
}
