package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** {@code last(body)}. */
public final class Last extends Expr {
  private final Expr body;

  /** The last output of the body, if any. */
  public Last(Expr body) {
    this.body = body;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    @Nullable JsonNode[] last = new JsonNode[1];
    boolean more =
        body.each(
            env,
            in,
            value -> {
              last[0] = value;
              return true;
            });
    @Nullable JsonNode found = last[0];
    return more && (found == null || out.emit(found));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    @Nullable Path[] at = new Path[1];
    JsonNode[] last = new JsonNode[1];
    boolean more =
        body.paths(
            env,
            path,
            in,
            (lastPath, value) -> {
              at[0] = lastPath;
              last[0] = value;
              return true;
            });
    @Nullable Path found = at[0];
    return more && (found == null || out.emit(found, last[0]));
  }
}
