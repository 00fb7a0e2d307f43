package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** An expression that gives exactly one output, or fails. */
public abstract class Single extends Expr {
  @Override
  public abstract JsonNode one(Env env, JsonNode in);

  @Override
  public final boolean isSingle() {
    return true;
  }

  @Override
  public final boolean each(Env env, JsonNode in, Output out) {
    return out.emit(one(env, in));
  }
}
