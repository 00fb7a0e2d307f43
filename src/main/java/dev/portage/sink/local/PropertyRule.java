package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a blueprint asks of one property (contract, section 8.7).
 *
 * @param schema as the blueprint holds it; without {@code type} anything fits
 */
record PropertyRule(JsonNode schema) {

  /**
   * Accepts null, and whatever fits type, format, enumeration and items.
   *
   * @throws Refusal 422 which names the property and what was expected
   */
  void check(String name, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    checkType(name, value);
    checkFormat(name, value);
    checkEnumeration(name, value);
    if (value.isArray() && schema.path("items").isObject()) {
      PropertyRule items = new PropertyRule(schema.path("items"));
      value.forEach(item -> items.check(name + "[]", item));
    }
  }

  /** The type asked for; empty for none. */
  String type() {
    return schema.path("type").asText("");
  }

  private void checkType(String name, JsonNode value) {
    String found = typeOf(value);
    if (!type().isEmpty() && !type().equals(found)) {
      throw Refusal.invalid(
          "property %s: found %s; expected type %s".formatted(name, found, type()));
    }
  }

  private void checkFormat(String name, JsonNode value) {
    if (value.isTextual()
        && TextFormat.named(schema.path("format").asText(""))
            .filter(format -> !format.fits(value.textValue()))
            .isPresent()) {
      throw Refusal.invalid(
          "property %s: expected format %s".formatted(name, schema.path("format").asText()));
    }
  }

  private void checkEnumeration(String name, JsonNode value) {
    JsonNode allowed = schema.path("enum");
    if (!allowed.isArray()) {
      return;
    }
    for (JsonNode one : allowed) {
      if (Json.same(one, value)) {
        return;
      }
    }
    throw Refusal.invalid("property %s: expected one of %s".formatted(name, allowed));
  }

  /** The word blueprints have for the type of a value. */
  static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "null";
    };
  }
}
