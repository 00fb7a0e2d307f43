package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are written: untouched ones as they came, computed ones with the fewest digits. */
public final class NumberText {
  private static final int MAX_DIGITS = 17;

  private NumberText() {}

  /** The text of a number; {@code null} for not-a-number, as JSON has no word for it. */
  public static String of(JsonNode number) {
    return switch (number.numberType()) {
      case INT, LONG, BIG_INTEGER -> number.asText();
      case BIG_DECIMAL -> number.decimalValue().toString();
      default -> of(number.doubleValue());
    };
  }

  /** The text of a double; infinities as the largest double. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "null";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15 && !(value == 0 && 1 / value < 0)) {
      return Long.toString((long) value);
    }
    double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    if (finite == 0) {
      return "-0";
    }
    BigDecimal digits = shortest(finite).stripTrailingZeros();
    String text =
        layout(digits.unscaledValue().abs().toString(), digits.precision() - digits.scale());
    return finite < 0 ? "-" + text : text;
  }

  private static BigDecimal shortest(double value) {
    BigDecimal text = new BigDecimal(Double.toString(value));
    if (text.precision() < MAX_DIGITS && Math.abs(value) >= Double.MIN_NORMAL) {
      return text;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shorter.doubleValue() == value) {
        return shorter;
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Plain notation near one, else an exponent of two digits at least (jq's own bounds). */
  private static String layout(String digits, int point) {
    int count = digits.length();
    if (point <= -4 || point > count + 15) {
      int exponent = point - 1;
      String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
      return mantissa + (exponent < 0 ? "e-" : "e+") + power;
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= count) {
      return digits + "0".repeat(point - count);
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }
}
