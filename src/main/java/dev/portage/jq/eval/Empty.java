package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code empty}: no output. */
public final class Empty extends Expr {
  /** The only one. */
  public static final Expr NOTHING = new Empty();

  private Empty() {}

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return true;
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return true;
  }
}
