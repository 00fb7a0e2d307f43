package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiPredicate;

/** The comparisons of Port's search rules: what an entity has against what is wanted. */
enum Operator {
  EQUAL("=", Comparison::equal),
  NOT_EQUAL("!=", (have, want) -> !Comparison.equal(have, want)),
  IN("in", Comparison::anyOf),
  NOT_IN("notIn", (have, want) -> !Comparison.anyOf(have, want)),
  CONTAINS("contains", Comparison::contains),
  CONTAINS_ANY("containsAny", Comparison::anyOf),
  DOES_NOT_CONTAIN("doesNotContains", (have, want) -> !Comparison.contains(have, want)),
  BEGINS_WITH("beginsWith", Comparison::begins),
  DOES_NOT_BEGIN_WITH("doesNotBeginsWith", (have, want) -> !Comparison.begins(have, want)),
  ENDS_WITH("endsWith", Comparison::ends),
  DOES_NOT_END_WITH("doesNotEndsWith", (have, want) -> !Comparison.ends(have, want)),
  IS_EMPTY("isEmpty", (have, want) -> Comparison.empty(have)),
  IS_NOT_EMPTY("isNotEmpty", (have, want) -> !Comparison.empty(have)),
  GREATER(">", (have, want) -> Comparison.ordered(have, want, order -> order > 0)),
  GREATER_OR_EQUAL(">=", (have, want) -> Comparison.ordered(have, want, order -> order >= 0)),
  LESS("<", (have, want) -> Comparison.ordered(have, want, order -> order < 0)),
  LESS_OR_EQUAL("<=", (have, want) -> Comparison.ordered(have, want, order -> order <= 0)),
  BETWEEN("between", Comparison::between),
  RELATED_TO("relatedTo", Comparison::anyOf);

  private final String sign;

  @SuppressWarnings("ImmutableEnumChecker") // all are pure functions
  private final BiPredicate<JsonNode, JsonNode> test;

  Operator(String sign, BiPredicate<JsonNode, JsonNode> test) {
    this.sign = sign;
    this.test = test;
  }

  /**
   * The operator written so.
   *
   * @throws Refusal 422 when Port has none of that name
   */
  static Operator named(String sign) {
    for (Operator operator : values()) {
      if (operator.sign.equals(sign)) {
        return operator;
      }
    }
    throw Refusal.invalid("rules: unknown operator \"%s\"".formatted(sign));
  }

  /** Whether the rule holds. */
  boolean holds(JsonNode have, JsonNode want) {
    return test.test(have, want);
  }
}
