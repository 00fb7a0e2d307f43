package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Access;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A compiled pattern: fills the slots of its variables from a value. */
public sealed interface Matcher {
  /** Hands over one filled copy of the slots for every way to match. */
  boolean match(Env env, JsonNode value, JsonNode[] slots, Predicate<JsonNode[]> out);

  /** {@code $name}. */
  record Name(int slot) implements Matcher {
    @Override
    public boolean match(Env env, JsonNode value, JsonNode[] slots, Predicate<JsonNode[]> out) {
      JsonNode[] filled = slots.clone();
      filled[slot] = value;
      return out.test(filled);
    }
  }

  /** {@code [p, …]}. */
  record Items(List<Matcher> items) implements Matcher {
    @Override
    public boolean match(Env env, JsonNode value, JsonNode[] slots, Predicate<JsonNode[]> out) {
      return from(0, env, value, slots, out);
    }

    private boolean from(
        int at, Env env, JsonNode value, JsonNode[] slots, Predicate<JsonNode[]> out) {
      if (at == items.size()) {
        return out.test(slots);
      }
      JsonNode item = Access.get(value, Numbers.of((long) at));
      return items.get(at).match(env, item, slots, filled -> from(at + 1, env, value, filled, out));
    }
  }

  /** <code>{key: p, …}</code>. */
  record Fields(List<Field> fields) implements Matcher {
    @Override
    public boolean match(Env env, JsonNode value, JsonNode[] slots, Predicate<JsonNode[]> out) {
      return from(0, env, value, slots, out);
    }

    private boolean from(
        int at, Env env, JsonNode value, JsonNode[] slots, Predicate<JsonNode[]> out) {
      return at == fields.size()
          ? out.test(slots)
          : fields
              .get(at)
              .match(env, value, slots, filled -> from(at + 1, env, value, filled, out));
    }
  }

  /** One field: {@code slot} is negative where the field itself has no variable. */
  record Field(int slot, Expr key, @Nullable Matcher value) {
    boolean match(Env env, JsonNode object, JsonNode[] slots, Predicate<JsonNode[]> out) {
      return key.each(env, object, name -> matchKey(env, object, name, slots, out));
    }

    private boolean matchKey(
        Env env, JsonNode object, JsonNode name, JsonNode[] slots, Predicate<JsonNode[]> out) {
      if (!Json.isText(name)) {
        throw new Failure("Cannot index " + Json.kind(object) + " with " + Failure.shown(name));
      }
      JsonNode part = Access.get(object, name);
      JsonNode[] filled = slots;
      if (slot >= 0) {
        filled = slots.clone();
        filled[slot] = part;
      }
      return value == null ? out.test(filled) : value.match(env, part, filled, out);
    }
  }
}
