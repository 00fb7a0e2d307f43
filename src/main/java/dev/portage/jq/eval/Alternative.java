package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;

/** {@code left // right}: the true outputs of the left side, else the right side. */
public final class Alternative extends Expr {
  private final Expr left;
  private final Expr right;
  private final boolean single;

  /** The alternative; errors of the left side count as no output. */
  public Alternative(Expr left, Expr right) {
    this.left = left;
    this.right = right;
    this.single = left.isSingle() && right.isSingle();
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    JsonNode value = tried(env, in);
    return Json.truthy(value) ? value : right.one(env, in);
  }

  private JsonNode tried(Env env, JsonNode in) {
    int depth = env.run().depth();
    try {
      return left.one(env, in);
    } catch (Failure e) {
      env.run().leave(depth);
      return Json.NULL;
    }
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (left.isSingle()) {
      JsonNode value = tried(env, in);
      return Json.truthy(value) ? out.emit(value) : right.each(env, in, out);
    }
    Guard guard = new Guard(env.run());
    boolean[] found = new boolean[1];
    boolean more =
        guard.run(
            () ->
                left.each(
                    env,
                    in,
                    value -> {
                      if (!Json.truthy(value)) {
                        return true;
                      }
                      found[0] = true;
                      return guard.pass(() -> out.emit(value));
                    }),
            error -> true);
    return (found[0] || !more) ? more : right.each(env, in, out);
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    Guard guard = new Guard(env.run());
    boolean[] found = new boolean[1];
    boolean more =
        guard.run(
            () ->
                left.paths(
                    env,
                    path,
                    in,
                    (at, value) -> {
                      if (!Json.truthy(value)) {
                        return true;
                      }
                      found[0] = true;
                      return guard.pass(() -> out.emit(at, value));
                    }),
            error -> true);
    return (found[0] || !more) ? more : right.paths(env, path, in, out);
  }
}
