package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/** {@code select(condition)}. */
public final class Select extends Expr {
  private final Expr condition;

  /** The input, once for every true output of the condition. */
  public Select(Expr condition) {
    this.condition = condition;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (condition.isSingle()) {
      return !Json.truthy(condition.one(env, in)) || out.emit(in);
    }
    return condition.each(env, in, answer -> !Json.truthy(answer) || out.emit(in));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return condition.each(env, in, answer -> !Json.truthy(answer) || out.emit(path, in));
  }
}
