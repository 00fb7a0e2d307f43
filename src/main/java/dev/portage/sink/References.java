package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** The identifiers that the value of a relation names. */
final class References {
  private References() {}

  /**
   * Hands over the identifiers of a text, of a list, or of the rules {@code $identifier = …} and
   * {@code $identifier in …} of a search query, nested ones included.
   */
  static void of(JsonNode value, Consumer<String> found) {
    if (value.isTextual()) {
      found.accept(value.textValue());
    } else if (value.isArray()) {
      value.forEach(element -> of(element, found));
    } else if (value.isObject()) {
      value.path("rules").forEach(rule -> ofRule(rule, found));
    }
  }

  private static void ofRule(JsonNode rule, Consumer<String> found) {
    String operator = rule.path("operator").asText("");
    if (rule.path("rules").isArray()) {
      of(rule, found);
    } else if (rule.path("property").asText("").equals("$identifier")
        && (operator.equals("=") || operator.equals("in"))) {
      of(rule.path("value"), found);
    }
  }
}
