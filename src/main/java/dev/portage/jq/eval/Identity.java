package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code .} */
public final class Identity extends Single {
  /** The only one. */
  public static final Expr SELF = new Identity();

  private Identity() {}

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return in;
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return out.emit(path, in);
  }
}
