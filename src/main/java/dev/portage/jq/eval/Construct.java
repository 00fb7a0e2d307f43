package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Access;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** <code>{key: value, …}</code>: one object for every choice of outputs. */
public final class Construct extends Expr {
  /** One entry; without a value the input's field of that name. */
  public record Entry(Expr key, @Nullable Expr value) {
    boolean isSingle() {
      return key.isSingle() && (value == null || value.isSingle());
    }
  }

  private final Entry[] entries;
  private final boolean single;

  /** The object of these entries. */
  public Construct(List<Entry> entries) {
    this.entries = entries.toArray(new Entry[0]);
    this.single = entries.stream().allMatch(Entry::isSingle);
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    Map<String, JsonNode> fields = new LinkedHashMap<>(entries.length * 4 / 3 + 2);
    for (Entry entry : entries) {
      JsonNode key = entry.key().one(env, in);
      Expr value = entry.value();
      JsonNode part = value == null ? Access.get(in, key) : value.one(env, in);
      env.run().addValue(part);
      fields.put(name(key), part);
    }
    return Json.object(fields);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    if (single) {
      return out.emit(one(env, in));
    }
    return from(0, env, in, Map.of(), out);
  }

  private boolean from(int at, Env env, JsonNode in, Map<String, JsonNode> before, Output out) {
    if (at == entries.length) {
      return out.emit(Json.object(before));
    }
    Entry entry = entries[at];
    return entry
        .key()
        .each(
            env,
            in,
            key -> {
              Expr value =
                  entry.value() == null ? new Constant(Access.get(in, key)) : entry.value();
              return value.each(
                  env,
                  in,
                  chosen -> {
                    env.run().step();
                    env.run().addValue(chosen);
                    Map<String, JsonNode> fields = new LinkedHashMap<>(before);
                    fields.put(name(key), chosen);
                    return from(at + 1, env, in, fields, out);
                  });
            });
  }

  private static String name(JsonNode key) {
    if (!Json.isText(key)) {
      throw new Failure("Object keys must be strings");
    }
    return key.textValue();
  }
}
