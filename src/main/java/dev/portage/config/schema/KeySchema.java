package dev.portage.config.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.MappingKey;
import dev.portage.config.MappingShape;
import dev.portage.config.MappingTable;
import java.util.ArrayList;
import java.util.List;

/** The schema of what stands at one key of a mapping. */
final class KeySchema {
  private static final String SHARE = "0*(0?(\\.\\d*)?|1(\\.0*)?)";
  private static final String HEADER_NAME = "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$";
  private static final String ONE_LINE = "^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$";

  /** An interval, or the five to seven fields of a cron expression. */
  private static final String SCHEDULE = "\\d{1,9}\\s?[smhdSMHD]|[pP]\\S+|\\S+(\\s+\\S+){4,6}";

  private KeySchema() {}

  /** With title, description, default and examples. */
  static ObjectNode of(MappingKey key) {
    if (key.rules().isPresent()) {
      ObjectNode setting = SettingSchema.of(key.name(), key.rules().get());
      return setting.put("description", Parts.plain(key.description()));
    }
    ObjectNode schema = Parts.titled(key.name(), key.description(), value(key));
    boolean text = isText(key.shape());
    if (!key.fallback().isEmpty()) {
      schema.set("default", Parts.value(text ? "'" + key.fallback() + "'" : key.fallback()));
    }
    if (!key.examples().isEmpty()) {
      ArrayNode examples = schema.putArray("examples");
      key.examples()
          .forEach(
              e -> examples.add(text ? Parts.texts(List.of(plain(e))).get(0) : Parts.value(e)));
    }
    return schema;
  }

  private static boolean isText(MappingShape shape) {
    return switch (shape) {
      case TEXT, JQ, FIELD, METHOD, SCHEDULE -> true;
      default -> false;
    };
  }

  /** Without the quotes of YAML. */
  private static String plain(String example) {
    return example.startsWith("'") ? example.substring(1, example.length() - 1) : example;
  }

  private static ObjectNode value(MappingKey key) {
    return switch (key.shape()) {
      case TEXT -> nullable(key, "string", "number", "boolean").put("pattern", "\\S");
      case JQ -> nullable(key, "string", "number", "boolean", legacy(key)).put("pattern", "\\S");
      case FIELD -> field(nullable(key, "string", "number", "boolean", "object"));
      case YES_NO -> SettingSchema.yesNo();
      case SHARE -> share();
      case METHOD -> SettingSchema.choice(MappingTable.METHODS, MappingTable.METHODS);
      case PARAMETERS -> parameters();
      case HEADERS -> headers();
      case BODY -> Parts.type("object", "array", "null");
      case SCHEDULE -> Parts.type("string", "null").put("pattern", Parts.whole(SCHEDULE));
      case MAP_OF_JQ -> map(Parts.type("string", "number", "boolean").put("pattern", "\\S"));
      case MAP_OF_FIELDS -> map(field(Parts.type("string", "number", "boolean", "object")));
      case OBJECT, LIST, OBJECT_OR_LIST, MAP_OF_OBJECTS, WORD_OR_OBJECT, RULES, SETTING ->
          NestedSchema.of(key);
    };
  }

  /** A query may be an object where the kind is the legacy one; only it has a default and is jq. */
  private static String legacy(MappingKey key) {
    return key.fallback().isEmpty() ? "string" : "object";
  }

  /** Null is as good as nothing, except where nothing has a meaning of its own. */
  private static ObjectNode nullable(MappingKey key, String... types) {
    List<String> all = new ArrayList<>(List.of(types).stream().distinct().toList());
    boolean jqWithDefault = key.shape() == MappingShape.JQ && !key.fallback().isEmpty();
    if (!key.required() && !jqWithDefault) {
      all.add("null");
    }
    return Parts.type(all.toArray(String[]::new));
  }

  private static ObjectNode field(ObjectNode schema) {
    schema.put("pattern", "\\S");
    schema.putObject("if").put("type", "object");
    return schema.set("then", Parts.ref("search"));
  }

  private static ObjectNode share() {
    return Parts.type("number", "string", "null")
        .put("minimum", 0)
        .put("maximum", 1)
        .put("pattern", Parts.whole(SHARE));
  }

  private static ObjectNode map(ObjectNode value) {
    return Parts.type("object", "null").set("additionalProperties", value);
  }

  private static ObjectNode parameters() {
    ObjectNode value = Parts.type("string", "number", "boolean", "null", "array");
    return map(value.set("items", Parts.type("string", "number", "boolean", "null")));
  }

  private static ObjectNode headers() {
    ObjectNode map = map(Parts.type("string", "number", "boolean").put("pattern", ONE_LINE));
    map.putObject("propertyNames").put("pattern", HEADER_NAME);
    return map;
  }
}
