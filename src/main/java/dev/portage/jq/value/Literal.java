package dev.portage.jq.value;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;

/** A decimal written in a program; its double is worked out once. */
final class Literal extends DecimalNode {
  private static final long serialVersionUID = 1L;

  private final double approximate;

  Literal(BigDecimal value) {
    super(value);
    this.approximate = value.doubleValue();
  }

  @Override
  public double doubleValue() {
    return approximate;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
