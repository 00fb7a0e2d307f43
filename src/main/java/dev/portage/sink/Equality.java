package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** When two values mean the same to Port. */
final class Equality {
  /** 0 for nodes that mean the same; only numbers need a closer look, as 5 and 5.0 are equal. */
  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) -> (a.equals(b) || (a.isNumber() && b.isNumber() && sameNumber(a, b))) ? 0 : 1;

  private Equality() {}

  /**
   * Whether a mapped entity says nothing new. Null, a missing field and, for relations and teams,
   * an empty list are the same.
   *
   * @param mapped as it would be sent
   * @param held as Port shows it
   * @param merge whether only what is mapped counts
   */
  static boolean sameEntity(JsonNode mapped, JsonNode held, boolean merge) {
    return (skips("title", mapped, merge) || sameTitle(mapped, held))
        && (skips("icon", mapped, merge) || same(mapped.path("icon"), held.path("icon")))
        && (skips("team", mapped, merge) || sameSet(mapped.path("team"), held.path("team")))
        && sameProperties(mapped.path("properties"), held.path("properties"))
        && sameRelations(mapped.path("relations"), held.path("relations"))
        && (merge || holdsNoMore(mapped, held));
  }

  private static boolean skips(String field, JsonNode mapped, boolean merge) {
    return merge && !mapped.has(field);
  }

  /** Where no title is given Port may show the identifier. */
  private static boolean sameTitle(JsonNode mapped, JsonNode held) {
    JsonNode title = mapped.path("title");
    return same(title, held.path("title"))
        || (isNothing(title) && held.path("title").equals(held.path("identifier")));
  }

  private static boolean sameProperties(JsonNode mapped, JsonNode held) {
    for (Iterator<String> names = mapped.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!same(mapped.path(name), held.path(name))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameRelations(JsonNode mapped, JsonNode held) {
    for (Iterator<String> names = mapped.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!sameSet(mapped.path(name), held.path(name))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsNoMore(JsonNode mapped, JsonNode held) {
    for (String part : List.of("properties", "relations")) {
      for (Iterator<String> names = held.path(part).fieldNames(); names.hasNext(); ) {
        String name = names.next();
        JsonNode value = held.path(part).path(name);
        if (!mapped.path(part).has(name)
            && !isNothing(value)
            && !(value.isArray() && value.isEmpty())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }

  /** Deeply equal, numbers by value. */
  static boolean same(JsonNode a, JsonNode b) {
    if (isNothing(a) || isNothing(b)) {
      return isNothing(a) == isNothing(b);
    }
    return a.equals(BY_VALUE, b);
  }

  private static boolean sameNumber(JsonNode a, JsonNode b) {
    return (isExact(a) && isExact(b))
        ? a.decimalValue().compareTo(b.decimalValue()) == 0
        : Double.compare(a.doubleValue(), b.doubleValue()) == 0;
  }

  /** False for infinity and the like, which have no decimal value. */
  private static boolean isExact(JsonNode number) {
    return number.isIntegralNumber()
        || number.isBigDecimal()
        || Double.isFinite(number.doubleValue());
  }

  /** The same texts in any order; a text alone is a list of one. */
  static boolean sameSet(JsonNode a, JsonNode b) {
    return texts(a).equals(texts(b));
  }

  private static List<String> texts(JsonNode value) {
    if (isNothing(value)) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(value.asText());
    }
    List<String> texts = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      texts.add(element.asText());
    }
    Collections.sort(texts);
    return texts;
  }
}
