package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;

/** {@code any(source; condition)}, {@code all(…)}, {@code isempty(source)}: stop when decided. */
public final class Any extends Single {
  private final Expr body;
  private final boolean wanted;

  /**
   * @param wanted the truth of an output that decides; {@code any} looks for a true one
   */
  public Any(Expr body, boolean wanted) {
    this.body = body;
    this.wanted = wanted;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    boolean[] found = new boolean[1];
    boolean more =
        body.each(
            env,
            in,
            value -> {
              found[0] = Json.truthy(value) == wanted;
              return !found[0];
            });
    if (!more && !found[0]) {
      throw Break.SIGNAL;
    }
    return Json.bool(found[0] == wanted);
  }
}
