package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The patterns of one {@code as}: tried in order, the next one when an error comes of the one
 * before or of what is done with its variables. All variables of all patterns exist; unmatched ones
 * are null.
 */
public final class Patterns {
  private final List<Matcher> alternatives;
  private final int slots;
  private final boolean plain;

  /** Patterns over this many variables. */
  public Patterns(List<Matcher> alternatives, int slots) {
    this.alternatives = alternatives;
    this.slots = slots;
    this.plain = alternatives.size() == 1 && alternatives.get(0) instanceof Matcher.Name;
  }

  /** Whether there is one variable and it takes the value as it is. */
  boolean isPlain() {
    return plain;
  }

  /** Hands over the environment with the variables, for every way to match. */
  boolean bind(Env env, JsonNode value, Predicate<Env> body) {
    if (plain) {
      return body.test(env.with(value));
    }
    return from(0, env, value, body);
  }

  private boolean from(int at, Env env, JsonNode value, Predicate<Env> body) {
    JsonNode[] empty = new JsonNode[slots];
    Arrays.fill(empty, Json.NULL);
    Predicate<JsonNode[]> filled = values -> body.test(extended(env, values));
    Matcher matcher = alternatives.get(at);
    if (at == alternatives.size() - 1) {
      return matcher.match(env, value, empty, filled);
    }
    int depth = env.run().depth();
    try {
      return matcher.match(env, value, empty, filled);
    } catch (Failure e) {
      env.run().leave(depth);
      return from(at + 1, env, value, body);
    }
  }

  private static Env extended(Env env, JsonNode[] values) {
    Env result = env;
    for (JsonNode value : values) {
      result = result.with(value);
    }
    return result;
  }
}
