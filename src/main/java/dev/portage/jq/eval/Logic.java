package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/** {@code left and right}, {@code left or right}; the right side only where it decides. */
public final class Logic extends Expr {
  private final Expr left;
  private final Expr right;
  private final boolean decides;
  private final boolean single;

  /**
   * @param decides the left truth that is the answer by itself: false for {@code and}
   */
  public Logic(Expr left, Expr right, boolean decides) {
    this.left = left;
    this.right = right;
    this.decides = decides;
    this.single = left.isSingle() && right.isSingle();
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return Json.truthy(left.one(env, in)) == decides
        ? Json.bool(decides)
        : Json.bool(Json.truthy(right.one(env, in)));
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (single) {
      return out.emit(one(env, in));
    }
    return left.each(
        env,
        in,
        first ->
            Json.truthy(first) == decides
                ? out.emit(Json.bool(decides))
                : right.each(env, in, second -> out.emit(Json.bool(Json.truthy(second)))));
  }
}
