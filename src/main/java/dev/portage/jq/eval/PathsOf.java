package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code path(body)}: where the body's outputs stand in the input. */
public final class PathsOf extends Expr {
  private final Expr body;

  /** The paths, as arrays. */
  public PathsOf(Expr body) {
    this.body = body;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return body.paths(env, Path.ROOT, in, (path, value) -> out.emit(path.toJson(value)));
  }
}
