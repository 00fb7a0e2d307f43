package dev.portage.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** JSON values as the text that stands for them in a query, a header or a path. */
public final class JsonText {
  // 1E+1000000000 is a legal JSON number, and a gigabyte when written out.
  private static final int LONGEST_SCALE = 100;

  private JsonText() {}

  /**
   * Texts as they are, {@code true} and {@code false}, numbers with all their digits, null and
   * missing as empty text, lists and objects as JSON.
   */
  public static String of(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    if (value.isBigDecimal() || value.isDouble() || value.isFloat()) {
      return number(value);
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  private static String number(JsonNode value) {
    if (!value.isBigDecimal() && !Double.isFinite(value.doubleValue())) {
      return value.asText();
    }
    BigDecimal number = value.decimalValue();
    return Math.abs((long) number.scale()) > LONGEST_SCALE
        ? number.toString()
        : number.toPlainString();
  }
}
