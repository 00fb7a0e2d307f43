package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;
import java.util.function.BooleanSupplier;

/** {@code label $name | body}. */
public final class Label extends Expr {
  private final Expr body;

  /** The body, until a break to this label. */
  public Label(Expr body) {
    this.body = body;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    Env label = env.with(Json.NULL);
    return run(label, () -> body.each(label, in, out));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    Env label = env.with(Json.NULL);
    return run(label, () -> body.paths(label, path, in, out));
  }

  private static boolean run(Env label, BooleanSupplier body) {
    Run run = label.run();
    int depth = run.depth();
    try {
      return body.getAsBoolean() || run.arrived(label);
    } catch (Break e) {
      if (!run.arrived(label)) {
        throw e;
      }
      run.leave(depth);
      return true;
    }
  }
}
