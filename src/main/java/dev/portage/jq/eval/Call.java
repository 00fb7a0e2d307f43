package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A call of a defined function; arguments are handed over unevaluated. */
public final class Call extends Expr {
  private final Definition definition;
  private final int hops;
  private final Expr[] arguments;
  private final boolean single;

  /**
   * @param hops from the call's environment up to the definition's
   */
  public Call(Definition definition, int hops, List<Expr> arguments) {
    this.definition = definition;
    this.hops = hops;
    this.arguments = arguments.toArray(new Expr[0]);
    this.single = definition.body().isSingle();
  }

  private Env enter(Env env) {
    Env callee = env.up(hops);
    for (Expr argument : arguments) {
      if (argument instanceof Argument handedOn) {
        Env slot = handedOn.slot(env);
        callee = callee.with(slot.code(), slot.codeEnv());
      } else {
        callee = callee.with(argument, env);
      }
    }
    return callee;
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    int depth = env.run().enter();
    JsonNode value = definition.body().one(enter(env), in);
    env.run().leave(depth);
    return value;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    int depth = env.run().enter();
    boolean more = definition.body().each(enter(env), in, out);
    env.run().leave(depth);
    return more;
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    int depth = env.run().enter();
    boolean more = definition.body().paths(enter(env), path, in, out);
    env.run().leave(depth);
    return more;
  }
}
