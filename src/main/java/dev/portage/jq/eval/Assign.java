package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/**
 * {@code target = value} and, with an operator, {@code target += value}: one output for every
 * output of the value, which is evaluated on the whole input.
 */
public final class Assign extends Expr {
  private final Expr target;
  private final Expr value;
  private final Operator operator;

  /**
   * @param operator what becomes of a part's old and the new value
   */
  public Assign(Expr target, Expr value, Operator operator) {
    this.target = target;
    this.value = value;
    this.operator = operator;
  }

  /** {@code =} takes the new value. */
  public static JsonNode replace(Run run, JsonNode before, JsonNode after) {
    return after;
  }

  /** {@code //=} keeps what is neither null nor false. */
  public static JsonNode complete(Run run, JsonNode before, JsonNode after) {
    return Json.truthy(before) ? before : after;
  }

  @Override
  public boolean isSingle() {
    return value.isSingle();
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return assigned(env, in, value.one(env, in));
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return value.each(env, in, given -> out.emit(assigned(env, in, given)));
  }

  private JsonNode assigned(Env env, JsonNode in, JsonNode given) {
    return new Update(target, new Change(operator, given)).one(env, in);
  }

  private static final class Change extends Single {
    private final Operator operator;
    private final JsonNode given;

    Change(Operator operator, JsonNode given) {
      this.operator = operator;
      this.given = given;
    }

    @Override
    public JsonNode one(Env env, JsonNode in) {
      return operator.apply(env.run(), in, given);
    }
  }
}
