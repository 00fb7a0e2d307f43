package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code $name}. */
public final class Variable extends Single {
  private final int hops;

  /** The variable that stands this many entries up in the environment. */
  public Variable(int hops) {
    this.hops = hops;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return env.up(hops).value();
  }
}
