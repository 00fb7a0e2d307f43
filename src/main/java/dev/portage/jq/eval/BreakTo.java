package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code break $name}. */
public final class BreakTo extends Expr {
  private final int hops;

  /** Leaves to the label that stands this many entries up in the environment. */
  public BreakTo(int hops) {
    this.hops = hops;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return env.run().breakTo(env.up(hops));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return env.run().breakTo(env.up(hops));
  }
}
