package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.jspecify.annotations.Nullable;

/** A compiled jq program; immutable and safe to share between threads. */
public final class JqProgram {
  private static final Scope SCOPE = Scope.newEmptyScope();

  static {
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, SCOPE);
  }

  private final String text;
  private final JsonQuery query;

  private JqProgram(String text, JsonQuery query) {
    this.text = text;
    this.query = query;
  }

  /**
   * Compiles a program.
   *
   * @throws JqSyntaxException with the position and what is wrong there
   */
  public static JqProgram compile(String text) {
    try {
      return new JqProgram(text, JsonQuery.compile(text, Versions.JQ_1_7));
    } catch (JsonQueryException e) {
      throw new JqSyntaxException(String.valueOf(e.getMessage()));
    }
  }

  /** The program as it was written. */
  public String text() {
    return text;
  }

  /**
   * The first output for an input; null when there is none.
   *
   * @throws JqException when the program fails before its first output, or exceeds a limit
   */
  public @Nullable JsonNode first(JsonNode input) {
    List<JsonNode> outputs = new ArrayList<>(1);
    each(input, outputs::add);
    return outputs.isEmpty() ? null : outputs.get(0);
  }

  /**
   * Hands all outputs to a consumer, in order.
   *
   * @throws JqException when the program fails, or exceeds a limit
   */
  public void each(JsonNode input, Consumer<JsonNode> outputs) {
    try {
      query.apply(Scope.newChildScope(SCOPE), input, outputs::accept);
    } catch (JsonQueryException e) {
      throw new JqException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
