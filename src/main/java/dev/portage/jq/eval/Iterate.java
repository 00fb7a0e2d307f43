package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.util.Map;

/** {@code .[]}: all elements of an array or values of an object. */
public final class Iterate extends Expr {
  /** The only one; a term in front is a pipe. */
  public static final Expr ALL = new Iterate();

  private Iterate() {}

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (in.isArray()) {
      int size = in.size();
      for (int i = 0; i < size; i++) {
        env.run().step();
        if (!out.emit(in.get(i))) {
          return false;
        }
      }
      return true;
    }
    check(in);
    for (JsonNode value : in) {
      env.run().step();
      if (!out.emit(value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    path.checkIteration(in);
    if (in.isArray()) {
      for (int i = 0; i < in.size(); i++) {
        env.run().step();
        if (!out.emit(path.then(Numbers.of((long) i)), in.get(i))) {
          return false;
        }
      }
      return true;
    }
    check(in);
    for (Map.Entry<String, JsonNode> entry : in.properties()) {
      env.run().step();
      if (!out.emit(path.then(Json.text(entry.getKey())), entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static void check(JsonNode in) {
    if (!in.isContainerNode()) {
      throw new Failure("Cannot iterate over " + Failure.shown(in));
    }
  }
}
