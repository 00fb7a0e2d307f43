package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/**
 * The variables, function arguments and labels in scope: an unchanging list, newest first. Where a
 * name stands in it is known when the program is compiled.
 */
public final class Env {
  private final Run run;
  private final Env parent;
  private final JsonNode value;
  private final Expr code;
  private final Env codeEnv;

  /** The empty list. */
  @SuppressWarnings("this-escape")
  public Env(Run run) {
    this.run = run;
    this.parent = this;
    this.value = Json.NULL;
    this.code = Identity.SELF;
    this.codeEnv = this;
  }

  private Env(Env parent, JsonNode value, Expr code, Env codeEnv) {
    this.run = parent.run;
    this.parent = parent;
    this.value = value;
    this.code = code;
    this.codeEnv = codeEnv;
  }

  /** This list with a variable more. */
  public Env with(JsonNode variable) {
    return new Env(this, variable, Identity.SELF, this);
  }

  /** This list with a function argument more: an expression and where its names mean something. */
  public Env with(Expr argument, Env argumentEnv) {
    return new Env(this, Json.NULL, argument, argumentEnv);
  }

  /** The list without its {@code count} newest entries. */
  public Env up(int count) {
    Env env = this;
    for (int i = 0; i < count; i++) {
      env = env.parent;
    }
    return env;
  }

  /** The evaluation. */
  public Run run() {
    return run;
  }

  /** The newest variable. */
  public JsonNode value() {
    return value;
  }

  /** The newest argument's expression. */
  public Expr code() {
    return code;
  }

  /** Where the newest argument's names mean something. */
  public Env codeEnv() {
    return codeEnv;
  }
}
