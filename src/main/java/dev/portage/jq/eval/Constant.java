package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** A value that is known when the program is compiled. */
public final class Constant extends Single {
  private final JsonNode value;

  /** The value. */
  public Constant(JsonNode value) {
    this.value = value;
  }

  /** The value. */
  public JsonNode value() {
    return value;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return value;
  }
}
