package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Access;
import dev.portage.jq.value.Failure;
import org.jspecify.annotations.Nullable;

/** {@code term[key]}, also for slices, whose key is an object; every key with every term. */
public final class Index extends Expr {
  private final Expr term;
  private final Expr key;
  private final boolean lenient;
  private final boolean single;

  /** The element of what {@code term} gives. */
  public Index(Expr term, Expr key) {
    this(term, key, false);
  }

  /**
   * The element of what {@code term} gives.
   *
   * @param lenient whether a value without such keys gives no output instead of an error
   */
  public Index(Expr term, Expr key, boolean lenient) {
    this.term = term;
    this.key = key;
    this.lenient = lenient;
    this.single = term.isSingle() && key.isSingle() && !lenient;
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
        wanted ->
            term.each(
                env,
                in,
                container -> {
                  JsonNode value = get(container, wanted);
                  return value == null || out.emit(value);
                }));
  }

  private @Nullable JsonNode get(JsonNode container, JsonNode wanted) {
    try {
      return Access.get(container, wanted);
    } catch (Failure e) {
      if (lenient) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return key.each(env, in, wanted -> term.paths(env, path, in, access(wanted, out)));
  }

  private PathOutput access(JsonNode wanted, PathOutput out) {
    return (at, container) -> {
      at.checkAccess(wanted, container);
      JsonNode value = get(container, wanted);
      return value == null || out.emit(at.then(wanted), value);
    };
  }
}
