package dev.portage.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The schema of an object with known keys. What is documented is a property; other spellings of the
 * same key are patterns, so that an editor accepts them and does not offer them.
 */
final class ObjectSchema {
  private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
  private final ObjectNode patterns = JsonNodeFactory.instance.objectNode();
  private final List<String> required = new ArrayList<>();
  private final String pointer;

  /** The pointer leads to this schema within its document; it begins with a number sign. */
  ObjectSchema(String pointer) {
    this.pointer = pointer;
  }

  /** Adds a key under its documented name. */
  ObjectSchema key(String name, JsonNode schema) {
    properties.set(name, schema);
    if (!other(name).equals(name)) {
      patterns.putObject("^" + other(name) + "$").put("$ref", pointer + "/properties/" + name);
    }
    return this;
  }

  /** Adds a key that is accepted and not offered, in every spelling. */
  ObjectSchema accepted(String name, JsonNode schema) {
    String both = other(name).equals(name) ? name : "(" + name + "|" + other(name) + ")";
    patterns.set("^" + both + "$", schema);
    return this;
  }

  /** A key without which the object is wrong; it has one spelling. */
  ObjectSchema needed(String name) {
    required.add(name);
    return this;
  }

  /** The schema; the types are those that may stand there, an object among them. */
  ObjectNode of(String... types) {
    ObjectNode schema = Parts.type(types);
    schema.set("properties", properties);
    if (!patterns.isEmpty()) {
      schema.set("patternProperties", patterns);
    }
    if (!required.isEmpty()) {
      schema.set("required", Parts.texts(required));
    }
    return schema.put("additionalProperties", false);
  }

  /** The pattern of the other spellings: snake_case or kebab-case for a name in camelCase. */
  private static String other(String name) {
    if (name.indexOf('_') < 0) {
      return name.replaceAll("([a-z0-9])([A-Z])", "$1[_-]$2").toLowerCase(Locale.ROOT);
    }
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return "(" + camel + "|" + name.replace('_', '-') + ")";
  }
}
