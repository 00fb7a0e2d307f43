package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.jq.value.Access;
import dev.portage.jq.value.Json;

/** {@code term.name} where the term gives one output: the commonest expression by far. */
public final class Field extends Single {
  private final Expr term;
  private final String name;
  private final JsonNode key;

  /** The field of what {@code term} gives. */
  public Field(Expr term, String name) {
    this.term = term;
    this.name = name;
    this.key = Json.text(name);
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    JsonNode container = term.one(env, in);
    if (container instanceof ObjectNode object) {
      JsonNode value = object.get(name);
      return value == null ? Json.NULL : value;
    }
    return Access.get(container, key);
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return term.paths(
        env,
        path,
        in,
        (at, container) -> {
          at.checkAccess(key, container);
          return out.emit(at.then(key), Access.get(container, key));
        });
  }
}
