package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code recurse(step)}: the input, then the same of every output of the step. */
public final class Recurse extends Expr {
  /** {@code ..}, {@code recurse}: the value and all values in it. */
  public static final Expr ALL = new Recurse(new Try(Iterate.ALL, Empty.NOTHING));

  private final Expr step;

  /** The recursion. */
  public Recurse(Expr step) {
    this.step = step;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (this == ALL) {
      return descend(env, in, out);
    }
    if (!step.isSingle()) {
      return visit(env, in, out);
    }
    JsonNode value = in;
    while (out.emit(value)) {
      env.run().step();
      value = step.one(env, value);
    }
    return false;
  }

  private boolean visit(Env env, JsonNode in, Output out) {
    int depth = env.run().enter();
    boolean more = out.emit(in) && step.each(env, in, value -> visit(env, value, out));
    env.run().leave(depth);
    return more;
  }

  private static boolean descend(Env env, JsonNode in, Output out) {
    env.run().step();
    if (!out.emit(in)) {
      return false;
    }
    if (in.isContainerNode()) {
      for (JsonNode child : in) {
        if (!descend(env, child, out)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    int depth = env.run().enter();
    boolean more =
        out.emit(path, in) && step.paths(env, path, in, (at, value) -> paths(env, at, value, out));
    env.run().leave(depth);
    return more;
  }
}
