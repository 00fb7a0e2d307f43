package dev.portage.jq.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A double that arithmetic gave and that Jackson would not write as jq does: a large whole number,
 * nan, an infinity.
 */
final class Computed extends NumericNode {
  private static final long serialVersionUID = 1L;
  private static final double PLAIN = 1e21;

  private final double value;

  Computed(double value) {
    this.value = value;
  }

  @Override
  public JsonToken asToken() {
    return JsonToken.VALUE_NUMBER_FLOAT;
  }

  @Override
  public JsonParser.NumberType numberType() {
    return JsonParser.NumberType.DOUBLE;
  }

  @Override
  public boolean isDouble() {
    return true;
  }

  @Override
  public boolean isFloatingPointNumber() {
    return true;
  }

  @Override
  public boolean isNaN() {
    return !Double.isFinite(value);
  }

  @Override
  public Number numberValue() {
    return value;
  }

  @Override
  public int intValue() {
    return (int) value;
  }

  @Override
  public long longValue() {
    return (long) value;
  }

  @Override
  public double doubleValue() {
    return value;
  }

  @Override
  public BigDecimal decimalValue() {
    return isNaN() ? BigDecimal.ZERO : new BigDecimal(value);
  }

  @Override
  public BigInteger bigIntegerValue() {
    return decimalValue().toBigInteger();
  }

  @Override
  public boolean canConvertToInt() {
    return value == (int) value;
  }

  @Override
  public boolean canConvertToLong() {
    return value >= -0x1p63 && value < 0x1p63;
  }

  @Override
  public String asText() {
    return NumberText.of(value);
  }

  @Override
  public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
    if (Double.isNaN(value)) {
      out.writeNull();
    } else if (Math.abs(value) < PLAIN) {
      out.writeNumber(new BigDecimal(value).toPlainString());
    } else {
      out.writeNumber(asText());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumericNode number
        && number.isFloatingPointNumber()
        && Double.compare(value, number.doubleValue()) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(value);
  }
}
