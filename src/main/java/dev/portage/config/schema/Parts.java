package dev.portage.config.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What schemas are put together from. */
final class Parts {
  /** The text that stands for an environment variable in a file with settings. */
  static final String FROM_ENV = "\\{\\{\\s*from\\s+env\\s+[A-Za-z_][A-Za-z0-9_]*\\s*\\}\\}";

  /** A number as a text. */
  static final String NUMBER = "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)";

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Parts() {}

  /** A schema that accepts these types. */
  static ObjectNode type(String... types) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (types.length == 1) {
      return schema.put("type", types[0]);
    }
    return schema.set("type", texts(List.of(types)));
  }

  /** A list of texts. */
  static ArrayNode texts(Collection<String> all) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    all.forEach(list::add);
    return list;
  }

  /** A schema that refers to a definition. */
  static ObjectNode ref(String definition) {
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + definition);
  }

  /** The schema, behind its title and description. */
  static ObjectNode titled(String key, String description, ObjectNode schema) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("title", title(key)).put("description", plain(description));
    return all.setAll(schema);
  }

  /** Without the marks of Markdown. */
  static String plain(String description) {
    return description.replace("`", "").replace("*", "");
  }

  /** A key as a person would say it: {@code page_size} is "Page size". */
  private static String title(String key) {
    String words =
        key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** The pattern of a text that is empty or matches one of these, white space around it aside. */
  static String whole(String... patterns) {
    return "^\\s*(" + String.join("|", patterns) + ")?\\s*$";
  }

  /** The pattern of a word in any case; blanks, hyphens and underscores are the same in it. */
  static String anyCase(String word) {
    return word.chars().mapToObj(Parts::anyCase).collect(Collectors.joining());
  }

  private static String anyCase(int c) {
    if (c == '_' || c == '-') {
      return "[_-]?";
    }
    String lower = String.valueOf((char) c).toLowerCase(Locale.ROOT);
    String upper = lower.toUpperCase(Locale.ROOT);
    return lower.equals(upper) ? lower : "[" + lower + upper + "]";
  }

  /** A value as it is written in YAML. */
  static JsonNode value(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(yaml, e);
    }
  }
}
