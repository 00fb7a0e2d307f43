package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the package asks of a JSON value. */
final class Json {
  /** Beyond this many digits before or behind the point a number is written with an exponent. */
  private static final int LONGEST_PLAIN_NUMBER = 400;

  private Json() {}

  /** True for no value at all, JSON null, and the numbers that JSON cannot write. */
  static boolean isNothing(@Nullable JsonNode value) {
    return value == null
        || value.isNull()
        || value.isMissingNode()
        || (value.isFloatingPointNumber()
            && !value.isBigDecimal()
            && !Double.isFinite(value.doubleValue()));
  }

  /** True for a list or an object without content. */
  static boolean isEmptyContainer(JsonNode value) {
    return value.isContainerNode() && value.isEmpty();
  }

  /** True for an object of the shape that Port takes for a search query (contract, section 8.1). */
  static boolean isSearch(JsonNode value) {
    return value.isObject() && value.path("rules").isArray();
  }

  /** A number as exact decimal text, without exponent and without zeros that say nothing. */
  static String decimalText(JsonNode number) {
    if (number.isIntegralNumber()) {
      return number.asText();
    }
    BigDecimal value = number.decimalValue().stripTrailingZeros();
    boolean plain = Math.abs((long) value.scale()) <= LONGEST_PLAIN_NUMBER;
    return plain ? value.toPlainString() : value.toString();
  }

  /** The type of a value with its article, for messages. */
  static String typeOf(@Nullable JsonNode value) {
    if (value == null) {
      return "nothing";
    }
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
}
