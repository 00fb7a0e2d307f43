package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;

/** {@code getpath(path)}; null where the way leads nowhere. */
public final class GetPath extends Expr {
  private final Expr wanted;

  /** The value at every path that the argument gives. */
  public GetPath(Expr wanted) {
    this.wanted = wanted;
  }

  @Override
  public boolean isSingle() {
    return wanted.isSingle();
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return Edits.get(in, Edits.keys(wanted.one(env, in)));
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return wanted.each(env, in, path -> out.emit(Edits.get(in, Edits.keys(path))));
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return wanted.each(
        env,
        in,
        keys -> {
          Path at = path;
          for (JsonNode key : Edits.keys(keys)) {
            at.checkAccess(key, in);
            at = at.then(key);
          }
          return out.emit(at, valueOrNull(in, keys));
        });
  }

  /** Assignment makes what is missing, so that a path into nothing is no error yet. */
  private static JsonNode valueOrNull(JsonNode in, JsonNode keys) {
    try {
      return Edits.get(in, Edits.keys(keys));
    } catch (Failure e) {
      if (in.isNull()) {
        return Json.NULL;
      }
      throw e;
    }
  }
}
