package dev.portage.mapping;

import java.util.List;

/**
 * How the value of a field is made: by a jq program, or by a search query whose leaves are jq
 * programs (contract, 8.1).
 */
public sealed interface FieldValue {

  /** The first output of a program. */
  record Jq(Expression expression) implements FieldValue {}

  /**
   * A search query.
   *
   * @param combinator gives {@code and} or {@code or}
   * @param rules at least one
   */
  record Search(Expression combinator, List<Rule> rules) implements FieldValue {}

  /** A part of a search query. */
  sealed interface Rule {}

  /** A condition on one property. */
  record Condition(Expression property, Expression operator, Expression value) implements Rule {}

  /** A query within a query. */
  record Nested(Search search) implements Rule {}
}
