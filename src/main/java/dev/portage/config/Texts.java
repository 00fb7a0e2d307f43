package dev.portage.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads plain values, and describes what was found without showing a secret. */
final class Texts {
  private static final int SHOWN = 120;
  private static final int WORD = 40;
  private static final Map<String, Boolean> YES_NO =
      Map.ofEntries(
          Map.entry("true", true),
          Map.entry("1", true),
          Map.entry("yes", true),
          Map.entry("on", true),
          Map.entry("t", true),
          Map.entry("y", true),
          Map.entry("false", false),
          Map.entry("0", false),
          Map.entry("no", false),
          Map.entry("off", false),
          Map.entry("f", false),
          Map.entry("n", false));

  private Texts() {}

  /** The boolean that a text means (contract, section 2.2). */
  static Optional<Boolean> yesNo(String text) {
    return Optional.ofNullable(YES_NO.get(text.strip().toLowerCase(Locale.ROOT)));
  }

  /** The number that a text holds, white space around it aside. */
  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The plain text of a text, number or boolean; empty for all else. */
  static Optional<String> scalar(JsonNode value) {
    if (value.isBigDecimal()) {
      return Optional.of(value.decimalValue().toPlainString());
    }
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  /**
   * Names a value that may be shown. What is long or looks like JSON is probably meant for another
   * place, and may be a secret there.
   */
  static String shown(JsonNode value) {
    if (value.isTextual()) {
      String text = value.textValue();
      return text.length() > WORD || text.startsWith("{") ? hidden(value) : quoted(text);
    }
    return value.isContainerNode() || value.isNull() ? kind(value) : value.asText();
  }

  /** Names a value that may not be shown. */
  static String hidden(JsonNode value) {
    return value.isTextual()
        ? "a text of " + value.textValue().length() + " characters"
        : kind(value);
  }

  /** The text in quotes, on one line, cut when it is long. */
  static String quoted(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return "\"" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + "\"";
  }

  /** What kind of value it is, with its article. */
  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT, POJO -> "an object";
      case STRING, BINARY -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      case MISSING -> "nothing";
    };
  }

  /** Line and column of a mistake in a text, without quoting it. */
  static String position(JsonProcessingException mistake) {
    JsonLocation at = mistake.getLocation();
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
