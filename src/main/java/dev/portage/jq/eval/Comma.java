package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code a, b, c}. */
public final class Comma extends Expr {
  private final Expr[] parts;

  /** All outputs of all parts, in order. */
  public Comma(List<Expr> parts) {
    this.parts = parts.toArray(new Expr[0]);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    for (Expr part : parts) {
      if (!part.each(env, in, out)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    for (Expr part : parts) {
      if (!part.paths(env, path, in, out)) {
        return false;
      }
    }
    return true;
  }
}
