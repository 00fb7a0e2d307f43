package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/** {@code add(source)}: an operator over all outputs, null where there is none. */
public final class Fold extends Single {
  private final Expr source;
  private final Operator operator;

  /** The fold, from null on. */
  public Fold(Expr source, Operator operator) {
    this.source = source;
    this.operator = operator;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    JsonNode[] sum = {Json.NULL};
    source.all(
        env,
        in,
        value -> {
          sum[0] = operator.apply(env.run(), sum[0], value);
          return true;
        });
    return sum[0];
  }
}
