package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.Native;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions written in Java, by {@code name/number of arguments}. */
public final class Library {
  private static final Map<String, Function<List<Expr>, Expr>> FUNCTIONS = all();

  private Library() {}

  private static Map<String, Function<List<Expr>, Expr>> all() {
    Table table = new Table();
    Control.register(table);
    Collections.register(table);
    Entries.register(table);
    Ordering.register(table);
    Strings.register(table);
    Conversions.register(table);
    Maths.register(table);
    Dates.register(table);
    Regexes.register(table);
    return Map.copyOf(table.functions);
  }

  /** A call of a function; null when there is none of that name and number of arguments. */
  public static @Nullable Expr call(String name, List<Expr> arguments) {
    Function<List<Expr>, Expr> function = FUNCTIONS.get(name + "/" + arguments.size());
    return function == null ? null : function.apply(arguments);
  }

  /** All functions as {@code name/number of arguments}. */
  public static Set<String> names() {
    return FUNCTIONS.keySet();
  }

  /** Where the themes enter their functions. */
  static final class Table {
    private final Map<String, Function<List<Expr>, Expr>> functions = new HashMap<>();

    /** A function whose arguments are expressions. */
    void special(String name, int arity, Function<List<Expr>, Expr> function) {
      functions.put(name + "/" + arity, function);
    }

    /** A function of the values of its input and arguments. */
    void natively(String name, int arity, Native.Body body) {
      special(name, arity, arguments -> new Native(body, arguments));
    }

    /** A function of the input only. */
    void simple(String name, UnaryOperator<JsonNode> body) {
      natively(name, 0, (run, in, arguments) -> body.apply(in));
    }

    /** A function of a text, which fails for other inputs. */
    void text(String name, String refusal, Function<String, JsonNode> body) {
      simple(
          name,
          in -> {
            if (!Json.isText(in)) {
              throw new Failure(refusal);
            }
            return body.apply(in.textValue());
          });
    }
  }
}
