package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** A use of a function's parameter: the argument, evaluated where it was written. */
public final class Argument extends Expr {
  private final int hops;

  /** The argument that stands this many entries up in the environment. */
  public Argument(int hops) {
    this.hops = hops;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    Env slot = env.up(hops);
    return slot.code().each(slot.codeEnv(), in, out);
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    Env slot = env.up(hops);
    return slot.code().paths(slot.codeEnv(), path, in, out);
  }

  /** The slot itself, for handing the argument on without a detour. */
  Env slot(Env env) {
    return env.up(hops);
  }
}
