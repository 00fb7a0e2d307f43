package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as jq 1.8 has them: as written while untouched, doubles once calculated with. Results
 * that are whole and at most 2^53 become integer nodes, larger or broken ones doubles.
 */
public final class Numbers {
  private static final double EXACT = 9007199254740992.0;
  private static final long EXACT_LONG = 1L << 53;
  private static final int MAX_EXPONENT = 999_999_999;

  private Numbers() {}

  /** The result of a calculation in doubles. */
  public static JsonNode of(double value) {
    if (value > -EXACT && value < EXACT) {
      long whole = (long) value;
      if (whole == value && (whole != 0 || 1 / value > 0)) {
        return of(whole);
      }
    }
    return value == Math.rint(value) || Double.isNaN(value)
        ? new Computed(value)
        : DoubleNode.valueOf(value);
  }

  /** A whole number within ±2^53. */
  public static JsonNode of(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  /** Whether a node holds a whole number in an int or long within ±2^53. */
  public static boolean isSmall(JsonNode node) {
    return node instanceof IntNode
        || (node instanceof LongNode
            && node.longValue() <= EXACT_LONG
            && node.longValue() >= -EXACT_LONG);
  }

  /** Whether a computed long is still what doubles would give. */
  public static boolean isExact(long value) {
    return value <= EXACT_LONG && value >= -EXACT_LONG;
  }

  /** The value as a double; never slow, however large the exponent. */
  public static double toDouble(JsonNode node) {
    return node.doubleValue();
  }

  /** A number from program text or a numeral in a string; exactly as written. */
  public static JsonNode literal(String text) {
    int length = text.length();
    boolean whole = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      whole &= c != '.' && c != 'e' && c != 'E';
    }
    if (!whole) {
      return decimal(text);
    }
    if (length < 18) {
      return signed(Long.parseLong(text), text);
    }
    BigInteger value = new BigInteger(text);
    return value.bitLength() < 64 ? signed(value.longValue(), text) : BigIntegerNode.valueOf(value);
  }

  private static JsonNode signed(long value, String text) {
    return value == 0 && text.startsWith("-") ? new Computed(-0.0) : of(value);
  }

  private static JsonNode decimal(String text) {
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    try {
      BigDecimal value = new BigDecimal(text);
      long exponent = (long) value.precision() - value.scale() - 1;
      if (exponent <= MAX_EXPONENT && exponent >= -MAX_EXPONENT) {
        return new Literal(value);
      }
    } catch (NumberFormatException tooLargeAnExponent) {
      // falls through: what does not fit an int exponent is endless or nothing
    }
    boolean tiny = mark >= 0 && text.charAt(mark + 1) == '-';
    double sign = text.startsWith("-") ? -1 : 1;
    return new Computed(tiny ? 0.0 * sign : Double.POSITIVE_INFINITY * sign);
  }

  /** The value with its sign turned; nothing is lost of a literal. */
  public static JsonNode negate(JsonNode node) {
    return switch (node.numberType()) {
      case INT -> node.intValue() == 0 ? new Computed(-0.0) : of(-node.longValue());
      case LONG ->
          node.longValue() == Long.MIN_VALUE
              ? BigIntegerNode.valueOf(node.bigIntegerValue().negate())
              : LongNode.valueOf(-node.longValue());
      case BIG_INTEGER -> BigIntegerNode.valueOf(node.bigIntegerValue().negate());
      case BIG_DECIMAL -> DecimalNode.valueOf(node.decimalValue().negate());
      default -> of(-node.doubleValue());
    };
  }

  /** The value without its sign; nothing is lost of a literal. */
  public static JsonNode abs(JsonNode node) {
    double value = node.doubleValue();
    return value < 0 || (value == 0 && 1 / value < 0) ? negate(node) : node;
  }

  /** Compares as jq does: literals exactly, doubles as doubles, nan below all else. */
  public static int compare(JsonNode a, JsonNode b) {
    if (isSmall(a) && isSmall(b)) {
      return Long.compare(a.longValue(), b.longValue());
    }
    if (isDouble(a) || isDouble(b)) {
      double left = a.doubleValue();
      double right = b.doubleValue();
      if (Double.isNaN(left)) {
        return -1;
      }
      return left < right ? -1 : left == right ? 0 : 1;
    }
    return a.decimalValue().compareTo(b.decimalValue());
  }

  private static boolean isDouble(JsonNode node) {
    return node.isDouble() || node.isFloat();
  }
}
