package dev.portage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The fingerprint of JSON, found while it is walked and not from its text. What the comparison with
 * Port calls the same has the same one: the order of keys does not count, numbers count by value (5
 * is 5.0), and in relations and teams a text alone is a list of one in any order.
 */
public final class ContentHash {
  private static final long EXACT_UP_TO = 1L << 53;

  private static final long NULL = 11;
  private static final long TRUE = 12;
  private static final long FALSE = 13;
  private static final long NUMBER = 14;
  private static final long TEXT = 15;
  private static final long LIST = 16;
  private static final long OBJECT = 17;

  private final long factor;

  private ContentHash(long factor) {
    this.factor = factor;
  }

  /**
   * That of an entity as it is sent. A null says something else than a field that is not there.
   *
   * @param body see {@link Entity#body}
   */
  static Fingerprint ofEntity(JsonNode body) {
    return new Fingerprint(
        new ContentHash(0x9E3779B97F4A7C15L).entity(body),
        new ContentHash(0xC2B2AE3D27D4EB4FL).entity(body));
  }

  /** That of any JSON; its numbers must be finite. */
  public static Fingerprint of(JsonNode value) {
    return new Fingerprint(
        new ContentHash(0x9E3779B97F4A7C15L).value(value),
        new ContentHash(0xC2B2AE3D27D4EB4FL).value(value));
  }

  private long entity(JsonNode body) {
    long sum = OBJECT;
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      sum += field(field.getKey(), part(field.getKey(), field.getValue()));
    }
    return Fingerprint.finish(sum * factor);
  }

  private long part(String name, JsonNode value) {
    if (name.equals("team")) {
      return set(value);
    }
    if (!name.equals("relations")) {
      return value(value);
    }
    long sum = OBJECT;
    for (Map.Entry<String, JsonNode> relation : value.properties()) {
      sum += field(relation.getKey(), set(relation.getValue()));
    }
    return Fingerprint.finish(sum * factor);
  }

  /** Adding up forgets the order; how many there are counts, as each adds its own. */
  private long set(JsonNode value) {
    if (value.isNull() || value.isObject()) {
      return value(value);
    }
    if (!value.isArray()) {
      return Fingerprint.finish((LIST + text(value.asText())) * factor);
    }
    long sum = LIST;
    for (JsonNode element : value) {
      sum += text(element.asText());
    }
    return Fingerprint.finish(sum * factor);
  }

  private long value(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> text(value.textValue());
      case NUMBER -> number(value);
      case BOOLEAN -> tagged(value.booleanValue() ? TRUE : FALSE, 0);
      case ARRAY -> list(value);
      case OBJECT -> object(value);
      default -> tagged(NULL, 0);
    };
  }

  private long list(JsonNode list) {
    long hash = LIST;
    for (JsonNode element : list) {
      hash = Fingerprint.finish((hash ^ value(element)) * factor);
    }
    return tagged(LIST, hash);
  }

  private long object(JsonNode object) {
    long sum = OBJECT;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      sum += field(field.getKey(), value(field.getValue()));
    }
    return Fingerprint.finish(sum * factor);
  }

  private long field(String name, long value) {
    return Fingerprint.finish((Fingerprint.mix(factor, name, factor) ^ value) * factor);
  }

  private long text(String text) {
    return Fingerprint.mix(TEXT * factor, text, factor);
  }

  private long tagged(long tag, long hash) {
    return Fingerprint.finish((tag * factor) ^ hash);
  }

  private long number(JsonNode number) {
    if (number.isInt() || number.isLong() || number.isShort()) {
      return whole(number.longValue());
    }
    double value = number.doubleValue();
    if (number.isDouble() && value == Math.rint(value) && Math.abs(value) < EXACT_UP_TO) {
      return whole((long) value);
    }
    if (!Double.isFinite(value) && !number.isBigDecimal() && !number.isBigInteger()) {
      return tagged(NUMBER, Double.doubleToLongBits(value));
    }
    return decimal(number.decimalValue().stripTrailingZeros());
  }

  private long whole(long number) {
    return tagged(NUMBER, number * factor + 1);
  }

  private long decimal(BigDecimal number) {
    long digits = (long) number.precision() - number.scale();
    if (number.scale() <= 0 && digits <= 19 && number.toBigInteger().bitLength() < Long.SIZE) {
      return whole(number.longValueExact());
    }
    return tagged(NUMBER, text(number.unscaledValue().toString()) + number.scale() * factor);
  }
}
