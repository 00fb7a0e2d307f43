package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** What the operators of search rules mean; a list satisfies a rule when one element does. */
final class Comparison {

  private Comparison() {}

  /** Equal as values or as texts; null equals what is not there. */
  static boolean equal(JsonNode have, JsonNode want) {
    if (absent(want)) {
      return absent(have);
    }
    return elements(have).stream().anyMatch(one -> alike(one, want));
  }

  /** Equal to one of a list. */
  static boolean anyOf(JsonNode have, JsonNode wanted) {
    return elements(wanted).stream().anyMatch(want -> !absent(want) && equal(have, want));
  }

  /** A list contains an element; a text contains a part. */
  static boolean contains(JsonNode have, JsonNode want) {
    return have.isArray() ? equal(have, want) : byText(have, want, String::contains);
  }

  /** Starts with a text. */
  static boolean begins(JsonNode have, JsonNode want) {
    return byText(have, want, String::startsWith);
  }

  /** Ends with a text. */
  static boolean ends(JsonNode have, JsonNode want) {
    return byText(have, want, String::endsWith);
  }

  /** Not there, null or an empty text. */
  static boolean empty(JsonNode have) {
    return absent(have) || (have.isTextual() && have.textValue().isEmpty());
  }

  /** Compares two numbers or two texts; anything else is in no order. */
  static boolean ordered(JsonNode have, JsonNode want, IntPredicate accepted) {
    if (have.isNumber() && want.isNumber()) {
      return accepted.test(have.decimalValue().compareTo(want.decimalValue()));
    }
    return have.isTextual()
        && want.isTextual()
        && accepted.test(have.textValue().compareTo(want.textValue()));
  }

  /** Between {@code from} and {@code to}, both included. */
  static boolean between(JsonNode have, JsonNode range) {
    return ordered(have, range.path("from"), order -> order >= 0)
        && ordered(have, range.path("to"), order -> order <= 0);
  }

  private static boolean byText(
      JsonNode have, JsonNode want, BiPredicate<String, String> accepted) {
    return elements(have).stream()
        .anyMatch(one -> !absent(one) && accepted.test(one.asText(), want.asText()));
  }

  private static boolean alike(JsonNode have, JsonNode want) {
    return Json.same(have, want)
        || (have.isValueNode() && !absent(have) && have.asText().equals(want.asText()));
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static List<JsonNode> elements(JsonNode value) {
    if (!value.isArray()) {
      return List.of(value);
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }
}
