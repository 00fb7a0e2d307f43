package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/** {@code reduce source as pattern (init; update)}. */
public final class Reduce extends Expr {
  private final Expr source;
  private final Patterns patterns;
  private final Expr init;
  private final Expr update;

  /** One output for every output of {@code init}. */
  public Reduce(Expr source, Patterns patterns, Expr init, Expr update) {
    this.source = source;
    this.patterns = patterns;
    this.init = init;
    this.update = update;
  }

  @Override
  public boolean isSingle() {
    return init.isSingle();
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return fold(env, in, init.one(env, in));
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return init.each(env, in, start -> out.emit(fold(env, in, start)));
  }

  private JsonNode fold(Env env, JsonNode in, JsonNode start) {
    JsonNode[] state = {start};
    source.all(
        env,
        in,
        value -> {
          env.run().step();
          return patterns.bind(
              env,
              value,
              inner -> {
                state[0] = next(inner, state[0]);
                return true;
              });
        });
    return state[0];
  }

  /** The last output of the update; null when there is none. */
  private JsonNode next(Env env, JsonNode state) {
    if (update.isSingle()) {
      return update.one(env, state);
    }
    JsonNode[] last = {Json.NULL};
    update.all(
        env,
        state,
        value -> {
          last[0] = value;
          return true;
        });
    return last[0];
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return init.paths(
        env,
        path,
        in,
        (startPath, start) -> {
          Place place = new Place(startPath, start);
          source.all(env, in, value -> patterns.bind(env, value, inner -> move(inner, place)));
          return out.emit(place.path, place.value);
        });
  }

  private boolean move(Env env, Place place) {
    Path path = place.path;
    JsonNode value = place.value;
    place.path = Path.ROOT;
    place.value = Json.NULL;
    return update.paths(
        env,
        path,
        value,
        (at, next) -> {
          place.path = at;
          place.value = next;
          return true;
        });
  }

  private static final class Place {
    Path path;
    JsonNode value;

    Place(Path path, JsonNode value) {
      this.path = path;
      this.value = value;
    }
  }
}
