package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** An arithmetic or comparing operator: every left with every right output, right ones outside. */
public final class Binary extends Expr {
  private final Operator operator;
  private final Expr left;
  private final Expr right;
  private final boolean single;

  /** The operator over two expressions. */
  public Binary(Operator operator, Expr left, Expr right) {
    this.operator = operator;
    this.left = left;
    this.right = right;
    this.single = left.isSingle() && right.isSingle();
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    JsonNode second = right.one(env, in);
    return operator.apply(env.run(), left.one(env, in), second);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (single) {
      return out.emit(one(env, in));
    }
    return right.each(
        env,
        in,
        second -> left.each(env, in, first -> out.emit(operator.apply(env.run(), first, second))));
  }
}
