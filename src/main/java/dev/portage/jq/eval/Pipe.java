package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code left | right}. */
public final class Pipe extends Expr {
  private final Expr left;
  private final Expr right;
  private final boolean leftSingle;
  private final boolean single;

  private Pipe(Expr left, Expr right) {
    this.left = left;
    this.right = right;
    this.leftSingle = left.isSingle();
    this.single = leftSingle && right.isSingle();
  }

  /** The pipe, or one side where the other is {@code .}. */
  public static Expr of(Expr left, Expr right) {
    return left == Identity.SELF ? right : right == Identity.SELF ? left : new Pipe(left, right);
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return right.one(env, left.one(env, in));
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (leftSingle) {
      return right.each(env, left.one(env, in), out);
    }
    if (right.isSingle()) {
      return left.each(env, in, value -> out.emit(right.one(env, value)));
    }
    return left.each(env, in, value -> right.each(env, value, out));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return left.paths(env, path, in, (at, value) -> right.paths(env, at, value, out));
  }
}
