package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** {@code first(body)}. */
public final class First extends Expr {
  private final Expr body;

  /** The first output of the body, if any. */
  public First(Expr body) {
    this.body = body;
  }

  @Override
  public boolean isSingle() {
    return body.isSingle();
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return body.one(env, in);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    @Nullable JsonNode value = of(body, env, in);
    return value == null || out.emit(value);
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    Path[] at = new Path[1];
    JsonNode[] found = new JsonNode[1];
    boolean more =
        body.paths(
            env,
            path,
            in,
            (firstPath, first) -> {
              at[0] = firstPath;
              found[0] = first;
              return false;
            });
    return found[0] == null ? more : out.emit(at[0], found[0]);
  }

  /** The first output; null when there is none. */
  public static @Nullable JsonNode of(Expr body, Env env, JsonNode in) {
    if (body.isSingle()) {
      return body.one(env, in);
    }
    @Nullable JsonNode[] found = new JsonNode[1];
    boolean more =
        body.each(
            env,
            in,
            value -> {
              found[0] = value;
              return false;
            });
    if (!more && found[0] == null) {
      throw Break.SIGNAL;
    }
    return found[0];
  }
}
