package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;

/** {@code error(message)}: fails with every value; {@code error} alone with the input. */
public final class ErrorOf extends Expr {
  private final Expr message;

  /** The error. */
  public ErrorOf(Expr message) {
    this.message = message;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return message.each(
        env,
        in,
        value -> {
          throw new Failure(value);
        });
  }
}
