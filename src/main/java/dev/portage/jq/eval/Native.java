package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A function of the input and of the values of its arguments; later arguments are outer loops. */
public final class Native extends Expr {
  private static final JsonNode[] NONE = {};

  /** What the function does. */
  @FunctionalInterface
  public interface Body {
    /** The result for an input and one value of each argument. */
    JsonNode apply(Run run, JsonNode in, JsonNode[] arguments);
  }

  private final Body body;
  private final Expr[] arguments;
  private final boolean single;

  /** The function applied to these arguments. */
  public Native(Body body, List<Expr> arguments) {
    this.body = body;
    this.arguments = arguments.toArray(new Expr[0]);
    this.single = arguments.stream().allMatch(Expr::isSingle);
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    if (arguments.length == 0) {
      return body.apply(env.run(), in, NONE);
    }
    JsonNode[] values = new JsonNode[arguments.length];
    for (int i = values.length - 1; i >= 0; i--) {
      values[i] = arguments[i].one(env, in);
    }
    return body.apply(env.run(), in, values);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (single) {
      return out.emit(one(env, in));
    }
    return from(arguments.length - 1, env, in, new JsonNode[arguments.length], out);
  }

  private boolean from(int at, Env env, JsonNode in, JsonNode[] values, Output out) {
    if (at < 0) {
      return out.emit(body.apply(env.run(), in, values));
    }
    return arguments[at].each(
        env,
        in,
        value -> {
          JsonNode[] chosen = values.clone();
          chosen[at] = value;
          return from(at - 1, env, in, chosen, out);
        });
  }
}
