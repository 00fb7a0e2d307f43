package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;

/** {@code try body catch recovery}; the recovery's input is the error. */
public final class Try extends Expr {
  private final Expr body;
  private final Expr recovery;

  /** A recovery that is {@link Empty} makes it {@code body?}. */
  public Try(Expr body, Expr recovery) {
    this.body = body;
    this.recovery = recovery;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (body.isSingle()) {
      int depth = env.run().depth();
      JsonNode value;
      try {
        value = body.one(env, in);
      } catch (Failure e) {
        env.run().leave(depth);
        return recovery.each(env, e.value(), out);
      }
      return out.emit(value);
    }
    Guard guard = new Guard(env.run());
    return guard.run(
        () -> body.each(env, in, value -> guard.pass(() -> out.emit(value))),
        error -> recovery.each(env, error.value(), out));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    Guard guard = new Guard(env.run());
    return guard.run(
        () -> body.paths(env, path, in, (at, value) -> guard.pass(() -> out.emit(at, value))),
        error -> recovery.each(env, error.value(), value -> out.emit(path.of(in, value), value)));
  }
}
