package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code target |= change}; a part whose change has no output is removed. */
public final class Update extends Single {
  private final Expr target;
  private final Expr change;

  /** The first output of the change replaces each part. */
  public Update(Expr target, Expr change) {
    this.target = target;
    this.change = change;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    Edits edits = new Edits(env.run());
    JsonNode[] state = {in};
    List<JsonNode> doomed = new ArrayList<>();
    boolean more =
        target.paths(
            env,
            Path.ROOT,
            in,
            (path, value) -> {
              env.run().step();
              JsonNode place = path.toJson(value);
              List<JsonNode> keys = path.keys();
              @Nullable JsonNode changed = First.of(change, env, Edits.get(state[0], keys));
              if (changed == null) {
                doomed.add(place);
              } else {
                state[0] = edits.set(state[0], keys, changed);
              }
              return true;
            });
    if (!more) {
      throw Break.SIGNAL;
    }
    return doomed.isEmpty()
        ? state[0]
        : new Deletion(env.run()).delete(state[0], Json.array(doomed));
  }
}
