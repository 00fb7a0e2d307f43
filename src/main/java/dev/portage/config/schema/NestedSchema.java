package dev.portage.config.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.MappingKey;
import dev.portage.config.MappingShape;

/** The schema of a key whose value holds keys of its own, which are a definition of its name. */
final class NestedSchema {
  private NestedSchema() {}

  /** The types that the definition accepts. */
  static String[] types(MappingKey key) {
    boolean nullable = key.shape() == MappingShape.OBJECT && !key.required();
    return nullable ? new String[] {"object", "null"} : new String[] {"object"};
  }

  static ObjectNode of(MappingKey key) {
    ObjectNode object = Parts.ref(key.name());
    return switch (key.shape()) {
      case LIST -> Parts.type("array", "null").set("items", object);
      case OBJECT_OR_LIST -> objectOrList(object);
      case MAP_OF_OBJECTS -> Parts.type("object", "null").set("additionalProperties", object);
      case WORD_OR_OBJECT -> wordOrObject(key, object);
      case RULES -> rules(object);
      default -> object;
    };
  }

  private static ObjectNode objectOrList(ObjectNode object) {
    ObjectNode schema = Parts.type("object", "array").put("minItems", 1);
    schema.set("items", object);
    schema.putObject("if").put("type", "object");
    return schema.set("then", object.deepCopy());
  }

  private static ObjectNode wordOrObject(MappingKey key, ObjectNode object) {
    ObjectNode schema = Parts.type("object", "string", "null");
    schema.putObject("if").put("type", "object");
    schema.set("then", object);
    // A word is a value of the first key.
    String word = key.keys().get(0).name();
    ObjectNode otherwise = schema.putObject("else");
    otherwise.put("$ref", object.path("$ref").asText() + "/properties/" + word);
    return schema;
  }

  private static ObjectNode rules(ObjectNode object) {
    ObjectNode rule = Parts.type("object");
    rule.putObject("if").putArray("required").add("rules");
    rule.set("then", Parts.ref("search"));
    rule.set("else", object);
    return Parts.type("array").put("minItems", 1).set("items", rule);
  }
}
