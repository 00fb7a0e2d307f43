package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Whether the fields that make an entity one are there (contract, section 8.3). */
final class Presence {
  private Presence() {}

  /**
   * Why an item must be skipped.
   *
   * @param field identifier or blueprint
   * @param value what it gave, numbers and search queries already in their final shape
   * @param evaluation of the item
   * @return null when the value will do
   */
  static MappingResult.@Nullable Skip refusal(String field, JsonNode value, Evaluation evaluation) {
    String failure = evaluation.failure();
    if (failure != null) {
      return new MappingResult.Skip(field + " fails: " + failure, true);
    }
    String absent = absence(value);
    if (absent != null) {
      return new MappingResult.Skip(field + " is " + absent, false);
    }
    boolean fits = value.isTextual() || (field.equals("identifier") && Json.isSearch(value));
    return fits
        ? null
        : new MappingResult.Skip(field + " is " + Json.typeOf(value) + "; expected a text", true);
  }

  private static @Nullable String absence(JsonNode value) {
    if (value.isNull()) {
      return "null";
    }
    if (value.isBoolean() && !value.booleanValue()) {
      return "false";
    }
    if (value.isTextual() && value.textValue().isEmpty()) {
      return "an empty text";
    }
    return Json.isEmptyContainer(value) ? "empty" : null;
  }
}
