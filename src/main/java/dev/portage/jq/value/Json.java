package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The seven kinds of JSON value and how they are made. Nodes are never changed once made. */
public final class Json {
  /** The null value. */
  public static final JsonNode NULL = NullNode.getInstance();

  /** The true value. */
  public static final JsonNode TRUE = BooleanNode.TRUE;

  /** The false value. */
  public static final JsonNode FALSE = BooleanNode.FALSE;

  /** An empty array. */
  public static final JsonNode EMPTY_ARRAY = array(List.of());

  /** An empty object. */
  public static final JsonNode EMPTY_OBJECT = object(Map.of());

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /** jq's name of a value's kind. */
  public static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> "number";
      case ARRAY -> "array";
      case OBJECT -> "object";
      case STRING, BINARY, POJO -> "string";
    };
  }

  /** Everything but null and false counts as true. */
  public static boolean truthy(JsonNode node) {
    return !node.isNull() && (!node.isBoolean() || node.booleanValue());
  }

  /** A boolean value. */
  public static JsonNode bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** A text value. */
  public static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }

  /** Whether the value is a string. */
  public static boolean isText(JsonNode node) {
    return node.getNodeType() == JsonNodeType.STRING;
  }

  /** An array over a list that nobody changes afterwards. */
  public static ArrayNode array(List<JsonNode> items) {
    return new ArrayNode(NODES, items);
  }

  /** An object over a map that nobody changes afterwards. */
  public static ObjectNode object(Map<String, JsonNode> fields) {
    return new ObjectNode(NODES, fields);
  }

  /** The entries of an object in a new map of its own. */
  public static Map<String, JsonNode> copy(JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>(object.size() * 4 / 3 + 2);
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      fields.put(entry.getKey(), entry.getValue());
    }
    return fields;
  }
}
