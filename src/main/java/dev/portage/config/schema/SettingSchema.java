package dev.portage.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.Setting;
import dev.portage.config.SettingType;
import java.util.ArrayList;
import java.util.List;

/** The schema of one setting's value; every value may be an environment variable's, or empty. */
final class SettingSchema {
  private static final String YES_NO =
      "[tT]([rR][uU][eE])?|[yY]([eE][sS])?|[oO][nN]|1|[fF]([aA][lL][sS][eE])?|[nN][oO]?|[oO][fF][fF]|0";
  private static final String ADDRESS = "[hH][tT][tT][pP][sS]?://\\S+";

  private SettingSchema() {}

  /** With title, description, default and examples, under the key where it stands. */
  static ObjectNode of(String key, Setting setting) {
    ObjectNode schema = Parts.titled(key, setting.description(), value(setting));
    if (!setting.fallback().isEmpty()) {
      schema.set("default", typed(setting, setting.fallback()));
    }
    if (!setting.examples().isEmpty()) {
      ArrayNode examples = schema.putArray("examples");
      setting.examples().forEach(example -> examples.add(typed(setting, example)));
    }
    return schema;
  }

  private static JsonNode typed(Setting setting, String text) {
    boolean plain =
        switch (setting.type()) {
          case WHOLE, SECONDS, YES_NO, TEXTS, OBJECT, LIST -> false;
          default -> true;
        };
    return plain ? Parts.texts(List.of(text)).get(0) : Parts.value(text);
  }

  private static ObjectNode value(Setting setting) {
    return switch (setting.type()) {
      case TEXT, SECRET, PASSWORD, FILE, FOLDER ->
          Parts.type("string", "number", "boolean", "null");
      case ADDRESS ->
          Parts.type("string", "null").put("pattern", Parts.whole(ADDRESS, Parts.FROM_ENV));
      case WHOLE -> range(setting, Parts.type("integer", "string", "null"));
      case SECONDS -> range(setting, Parts.type("number", "string", "null"));
      case YES_NO -> yesNo();
      case CHOICE -> choice(setting);
      case TEXTS -> object().set("additionalProperties", Parts.type("string", "number", "boolean"));
      case OBJECT -> object();
      case LIST ->
          Parts.type("array", "string", "number", "boolean", "null")
              .set("items", Parts.type("string", "number", "boolean"));
    };
  }

  /** A boolean, in one of the forms in which it may be written. */
  static ObjectNode yesNo() {
    return Parts.type("boolean", "integer", "string", "null")
        .put("minimum", 0)
        .put("maximum", 1)
        .put("pattern", Parts.whole(YES_NO, Parts.FROM_ENV));
  }

  private static ObjectNode object() {
    return Parts.type("object", "string", "null");
  }

  private static ObjectNode range(Setting setting, ObjectNode schema) {
    if (setting.least() != Long.MIN_VALUE) {
      schema.put("minimum", setting.least());
    } else if (setting.type() == SettingType.SECONDS) {
      schema.put("exclusiveMinimum", 0);
    }
    if (setting.most() != Long.MAX_VALUE) {
      schema.put("maximum", setting.most());
    }
    return schema.put("pattern", Parts.whole(Parts.NUMBER, Parts.FROM_ENV));
  }

  private static ObjectNode choice(Setting setting) {
    List<String> words = new ArrayList<>(setting.choices());
    setting.synonyms().keySet().stream().sorted().forEach(words::add);
    return choice(setting.choices(), words);
  }

  /** One of some words; editors offer these, and every one in any case is accepted. */
  static ObjectNode choice(List<String> offered, List<String> accepted) {
    List<String> patterns = new ArrayList<>(accepted.stream().map(Parts::anyCase).toList());
    patterns.add(Parts.FROM_ENV);
    ObjectNode schema = Parts.type("string", "null");
    ArrayNode either = schema.putArray("anyOf");
    either.addObject().set("enum", Parts.texts(offered));
    either.addObject().put("pattern", Parts.whole(patterns.toArray(String[]::new)));
    return schema;
  }
}
