package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;

/** What counts as yes (contract, section 6.3). */
final class Truth {
  private Truth() {}

  /**
   * Missing, null, false, 0, an empty text, list or object are no; all else is yes, the text {@code
   * "false"} too.
   */
  static boolean of(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().signum() != 0;
    }
    if (value.isTextual()) {
      return !value.textValue().isEmpty();
    }
    return value.isContainerNode() ? !value.isEmpty() : value.asBoolean();
  }
}
