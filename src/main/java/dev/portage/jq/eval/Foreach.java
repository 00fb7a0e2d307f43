package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/** {@code foreach source as pattern (init; update; extract)}. */
public final class Foreach extends Expr {
  private final Expr source;
  private final Patterns patterns;
  private final Expr init;
  private final Expr update;
  private final Expr extract;

  /** Every state's extracts, for every output of {@code init}. */
  public Foreach(Expr source, Patterns patterns, Expr init, Expr update, Expr extract) {
    this.source = source;
    this.patterns = patterns;
    this.init = init;
    this.update = update;
    this.extract = extract;
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return init.each(
        env,
        in,
        start -> {
          JsonNode[] state = {start};
          return source.each(
              env,
              in,
              value -> {
                env.run().step();
                return patterns.bind(env, value, inner -> advance(inner, state, out));
              });
        });
  }

  private boolean advance(Env env, JsonNode[] state, Output out) {
    JsonNode before = state[0];
    state[0] = Json.NULL;
    return update.each(
        env,
        before,
        next -> {
          state[0] = next;
          return extract.each(env, next, out);
        });
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return init.paths(
        env,
        path,
        in,
        (startPath, start) -> {
          Path[] at = {startPath};
          JsonNode[] state = {start};
          return source.each(
              env,
              in,
              value ->
                  patterns.bind(
                      env,
                      value,
                      inner ->
                          update.paths(
                              inner,
                              at[0],
                              state[0],
                              (nextPath, next) -> {
                                at[0] = nextPath;
                                state[0] = next;
                                return extract.paths(inner, nextPath, next, out);
                              })));
        });
  }
}
