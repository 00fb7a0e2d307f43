package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives an item the path parameters of the address that it was read from.
 *
 * @param plain names of parameters that the mapping also uses without the underscores
 */
public record ParentValues(Set<String> plain) {
  private static final String PREFIX = "__";

  /** Copies the names. */
  public ParentValues {
    plain = Set.copyOf(plain);
  }

  /**
   * For a mapping: the plain name of a parameter is given to an item only where an expression says
   * it, so that {@code keys} or {@code .} of an item hold what they hold in Ocean.
   *
   * @param query the jq text of the selector
   * @param parameters the names of all path parameters
   */
  public static ParentValues of(
      EntityMapping mapping, String query, Collection<String> parameters) {
    StringBuilder texts = new StringBuilder(query);
    Expressions.of(mapping).forEach(leaf -> texts.append('\n').append(leaf.program().text()));
    return new ParentValues(
        parameters.stream()
            .filter(
                name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(texts).find())
            .collect(Collectors.toSet()));
  }

  /**
   * The item with {@code __name} for every value, and {@code name} as well where the mapping uses
   * it and the item has no field of that name (DESIGN, section 6).
   *
   * @param item not changed; what is no object comes back as it is
   * @param values of the path parameters, by name
   * @return a shallow copy, or the item itself when there is nothing to add
   */
  public JsonNode enrich(JsonNode item, Map<String, String> values) {
    if (values.isEmpty() || !(item instanceof ObjectNode object)) {
      return item;
    }
    ObjectNode copy = object.objectNode();
    copy.setAll(object);
    values.forEach(
        (name, value) -> {
          copy.put(PREFIX + name, value);
          if (plain.contains(name) && !object.has(name)) {
            copy.put(name, value);
          }
        });
    return copy;
  }
}
