package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** jq's order of all values: null, false, true, numbers, strings, arrays, objects. */
public final class Order {
  private static final int MAX_DEPTH = 10_000;

  /** Sorts strings by code point. */
  public static final Comparator<String> BY_CODE_POINT = Order::compareText;

  private final Watch watch;

  private Order(Watch watch) {
    this.watch = watch;
  }

  /**
   * Negative, zero or positive as {@code a} sorts before, with or after {@code b}.
   *
   * @throws Failure when the values are nested more than 10,000 deep
   */
  public static int compare(JsonNode a, JsonNode b, Watch watch) {
    if (a.isNumber() && b.isNumber()) {
      return Numbers.compare(a, b);
    }
    return new Order(watch).compare(a, b, 0);
  }

  /**
   * Whether two values are equal in jq's sense: {@code 1 == 1.0}, key order does not matter.
   *
   * @throws Failure when the values are nested more than 10,000 deep
   */
  public static boolean equal(JsonNode a, JsonNode b, Watch watch) {
    if (Json.isText(a) && Json.isText(b)) {
      return a.textValue().equals(b.textValue());
    }
    return new Order(watch).equal(a, b, 0);
  }

  /** A consistent order for sorting: two nans are alike. */
  public static Comparator<JsonNode> sorting(Watch watch) {
    return (a, b) -> isNan(a) && isNan(b) ? 0 : compare(a, b, watch);
  }

  /** Whether a value is the number nan. */
  public static boolean isNan(JsonNode node) {
    return node.isNumber() && Double.isNaN(node.doubleValue());
  }

  private int compare(JsonNode a, JsonNode b, int depth) {
    int rank = rank(a);
    if (rank != rank(b)) {
      return rank - rank(b);
    }
    if (rank < 3) {
      return 0;
    }
    if (depth > MAX_DEPTH) {
      throw new Failure("Comparison too deep");
    }
    return switch (rank) {
      case 3 -> Numbers.compare(a, b);
      case 4 -> compareText(a.asText(), b.asText());
      case 5 -> compareArrays(a, b, depth);
      default -> compareObjects(a, b, depth);
    };
  }

  private boolean equal(JsonNode a, JsonNode b, int depth) {
    int rank = rank(a);
    if (rank != rank(b)) {
      return false;
    }
    if (depth > MAX_DEPTH) {
      throw new Failure("Equality check too deep");
    }
    return switch (rank) {
      case 3 -> Numbers.compare(a, b) == 0;
      case 4 -> a.asText().equals(b.asText());
      case 5 -> equalArrays(a, b, depth);
      case 6 -> equalObjects(a, b, depth);
      default -> true;
    };
  }

  private boolean equalArrays(JsonNode a, JsonNode b, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      watch.step();
      if (!equal(a.get(i), b.get(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalObjects(JsonNode a, JsonNode b, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> entry : a.properties()) {
      watch.step();
      JsonNode other = b.get(entry.getKey());
      if (other == null || !equal(entry.getValue(), other, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static int rank(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> 0;
      case BOOLEAN -> node.booleanValue() ? 2 : 1;
      case NUMBER -> 3;
      case STRING, BINARY, POJO -> 4;
      case ARRAY -> 5;
      case OBJECT -> 6;
    };
  }

  private int compareArrays(JsonNode a, JsonNode b, int depth) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      watch.step();
      int order = compare(a.get(i), b.get(i), depth + 1);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private int compareObjects(JsonNode a, JsonNode b, int depth) {
    List<String> keys = sortedKeys(a);
    int byKeys = compareKeys(keys, sortedKeys(b));
    if (byKeys != 0) {
      return byKeys;
    }
    for (String key : keys) {
      watch.step();
      int order = compare(a.path(key), b.path(key), depth + 1);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareKeys(List<String> a, List<String> b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int order = compareText(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** The keys of an object by code point. */
  public static List<String> sortedKeys(JsonNode object) {
    List<String> keys = new ArrayList<>(object.size());
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      keys.add(entry.getKey());
    }
    Collections.sort(keys, BY_CODE_POINT);
    return keys;
  }

  private static int compareText(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        boolean pairs = Character.isSurrogate(left) != Character.isSurrogate(right);
        return pairs ? (Character.isSurrogate(left) ? 1 : -1) : left - right;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
