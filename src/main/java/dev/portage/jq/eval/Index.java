package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Access;

/** {@code term[key]}, also for slices, whose key is an object; every key with every term. */
public final class Index extends Expr {
  private final Expr term;
  private final Expr key;
  private final boolean single;

  /** The element of what {@code term} gives. */
  public Index(Expr term, Expr key) {
    this.term = term;
    this.key = key;
    this.single = term.isSingle() && key.isSingle();
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    JsonNode wanted = key.one(env, in);
    return Access.get(term.one(env, in), wanted);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (single) {
      return out.emit(one(env, in));
    }
    return key.each(
        env,
        in,
        wanted -> term.each(env, in, container -> out.emit(Access.get(container, wanted))));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return key.each(env, in, wanted -> term.paths(env, path, in, access(wanted, out)));
  }

  private static PathOutput access(JsonNode wanted, PathOutput out) {
    return (at, container) -> {
      at.checkAccess(wanted, container);
      return out.emit(at.then(wanted), Access.get(container, wanted));
    };
  }
}
