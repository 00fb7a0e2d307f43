package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A compiled expression. Outputs are handed to a callback, so that backtracking is the Java stack;
 * an expression known to give exactly one output also answers {@link #one} without a callback.
 */
public abstract class Expr {
  /**
   * Hands every output to {@code out}; false when {@code out} wanted no more or a break is under
   * way.
   */
  public abstract boolean each(Env env, JsonNode in, Output out);

  /** Whether {@link #one} may be used. */
  public boolean isSingle() {
    return false;
  }

  /** The only output. */
  public JsonNode one(Env env, JsonNode in) {
    throw new IllegalStateException("not known to give exactly one output");
  }

  /** As {@link #each}, with the place of every output in the input. */
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return each(env, in, value -> out.emit(path.of(in, value), value));
  }

  /** Hands over all outputs to a callback that takes them all. */
  public final void all(Env env, JsonNode in, Output out) {
    if (!each(env, in, out)) {
      throw Break.SIGNAL;
    }
  }
}
