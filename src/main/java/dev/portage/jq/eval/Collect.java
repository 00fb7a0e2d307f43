package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;
import java.util.ArrayList;
import java.util.List;

/** {@code [body]}. */
public final class Collect extends Single {
  private final Expr body;

  /** All outputs of the body in an array. */
  public Collect(Expr body) {
    this.body = body;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return Json.array(list(env, in, body));
  }

  /** All outputs of an expression. */
  public static List<JsonNode> list(Env env, JsonNode in, Expr body) {
    List<JsonNode> items = new ArrayList<>();
    if (body.isSingle()) {
      items.add(body.one(env, in));
      env.run().addValue(items.get(0));
      return items;
    }
    Run run = env.run();
    body.all(
        env,
        in,
        value -> {
          run.step();
          items.add(value);
          run.checkSize(items.size());
          run.addValue(value);
          return true;
        });
    return items;
  }
}
