package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code source as pattern | body}. */
public final class Bind extends Expr {
  private final Expr source;
  private final Patterns patterns;
  private final Expr body;
  private final boolean single;

  /** The body with the pattern's variables, for every output of the source. */
  public Bind(Expr source, Patterns patterns, Expr body) {
    this.source = source;
    this.patterns = patterns;
    this.body = body;
    this.single = source.isSingle() && patterns.isPlain() && body.isSingle();
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return body.one(env.with(source.one(env, in)), in);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (source.isSingle() && patterns.isPlain()) {
      return body.each(env.with(source.one(env, in)), in, out);
    }
    Guard guard = new Guard(env.run());
    Output outside = patterns.isPlain() ? out : value -> guard.pass(() -> out.emit(value));
    return guard.unwrap(
        () ->
            source.each(
                env,
                in,
                value -> patterns.bind(env, value, inner -> body.each(inner, in, outside))));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    Guard guard = new Guard(env.run());
    PathOutput outside =
        patterns.isPlain() ? out : (at, value) -> guard.pass(() -> out.emit(at, value));
    return guard.unwrap(
        () ->
            source.each(
                env,
                in,
                value -> patterns.bind(env, value, inner -> body.paths(inner, path, in, outside))));
  }
}
