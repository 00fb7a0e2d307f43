package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/** {@code if condition then … else … end}. */
public final class Condition extends Expr {
  private final Expr condition;
  private final Expr then;
  private final Expr otherwise;
  private final boolean single;

  /** One branch for every output of the condition. */
  public Condition(Expr condition, Expr then, Expr otherwise) {
    this.condition = condition;
    this.then = then;
    this.otherwise = otherwise;
    this.single = condition.isSingle() && then.isSingle() && otherwise.isSingle();
  }

  private Expr branch(JsonNode answer) {
    return Json.truthy(answer) ? then : otherwise;
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return branch(condition.one(env, in)).one(env, in);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (condition.isSingle()) {
      return branch(condition.one(env, in)).each(env, in, out);
    }
    return condition.each(env, in, answer -> branch(answer).each(env, in, out));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return condition.each(env, in, answer -> branch(answer).paths(env, path, in, out));
  }
}
