package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;

/** {@code range(from; to; by)}: the first argument is the outermost loop. */
public final class Steps extends Expr {
  private final Expr from;
  private final Expr to;
  private final Expr by;

  /** Numbers from, up to but without, in steps. */
  public Steps(Expr from, Expr to, Expr by) {
    this.from = from;
    this.to = to;
    this.by = by;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return from.each(
        env,
        in,
        first ->
            to.each(
                env,
                in,
                last -> by.each(env, in, step -> count(env.run(), first, last, step, out))));
  }

  private static boolean count(Run run, JsonNode first, JsonNode last, JsonNode step, Output out) {
    if (!first.isNumber() || !last.isNumber() || !step.isNumber()) {
      throw new Failure("Range bounds must be numeric");
    }
    double by = step.doubleValue();
    double end = last.doubleValue();
    double at = first.doubleValue();
    while (by > 0 ? at < end : by < 0 && at > end) {
      run.step();
      if (!out.emit(Numbers.of(at))) {
        return false;
      }
      at += by;
    }
    return true;
  }

  /** {@code while(condition; change)}. */
  public static final class While extends Expr {
    private final Expr condition;
    private final Expr change;

    /** The input and what the change makes of it, again and again, while the condition holds. */
    public While(Expr condition, Expr change) {
      this.condition = condition;
      this.change = change;
    }

    @Override
    public boolean each(Env env, JsonNode in, Output out) {
      if (!condition.isSingle() || !change.isSingle()) {
        return visit(env, in, out);
      }
      JsonNode value = in;
      while (Json.truthy(condition.one(env, value))) {
        env.run().step();
        if (!out.emit(value)) {
          return false;
        }
        value = change.one(env, value);
      }
      return true;
    }

    private boolean visit(Env env, JsonNode in, Output out) {
      int depth = env.run().enter();
      boolean more =
          condition.each(
              env,
              in,
              answer ->
                  !Json.truthy(answer)
                      || (out.emit(in) && change.each(env, in, next -> visit(env, next, out))));
      env.run().leave(depth);
      return more;
    }
  }

  /** {@code until(condition; change)}. */
  public static final class Until extends Expr {
    private final Expr condition;
    private final Expr change;

    /** What the change makes of the input, again and again, until the condition holds. */
    public Until(Expr condition, Expr change) {
      this.condition = condition;
      this.change = change;
    }

    @Override
    public boolean isSingle() {
      return condition.isSingle() && change.isSingle();
    }

    @Override
    public JsonNode one(Env env, JsonNode in) {
      JsonNode value = in;
      while (!Json.truthy(condition.one(env, value))) {
        env.run().step();
        value = change.one(env, value);
      }
      return value;
    }

    @Override
    public boolean each(Env env, JsonNode in, Output out) {
      return isSingle() ? out.emit(one(env, in)) : visit(env, in, out);
    }

    private boolean visit(Env env, JsonNode in, Output out) {
      int depth = env.run().enter();
      boolean more =
          condition.each(
              env,
              in,
              answer ->
                  Json.truthy(answer)
                      ? out.emit(in)
                      : change.each(env, in, next -> visit(env, next, out)));
      env.run().leave(depth);
      return more;
    }
  }

  /** {@code repeat(body)}. */
  public static final class Repeat extends Expr {
    private final Expr body;

    /** The body's outputs for the same input, without end. */
    public Repeat(Expr body) {
      this.body = body;
    }

    @Override
    public boolean each(Env env, JsonNode in, Output out) {
      while (body.each(env, in, out)) {
        env.run().step();
      }
      return false;
    }
  }
}
