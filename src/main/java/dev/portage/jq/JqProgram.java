package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.compile.Compiler;
import dev.portage.jq.eval.Break;
import dev.portage.jq.eval.DeepStack;
import dev.portage.jq.eval.Env;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.First;
import dev.portage.jq.eval.Run;
import dev.portage.jq.parse.Parser;
import dev.portage.jq.parse.Source;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.LimitExceeded;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A compiled jq program; immutable and safe to share between threads. The language is jq 1.8's;
 * {@code docs/jq.md} lists what differs.
 */
public final class JqProgram {
  private final String text;
  private final Expr program;
  private final JqOptions options;

  private JqProgram(String text, Expr program, JqOptions options) {
    this.text = text;
    this.program = program;
    this.options = options;
  }

  /**
   * Compiles a program with the default limits, no environment and no variables.
   *
   * @throws JqSyntaxException with the position and what is wrong there
   */
  public static JqProgram compile(String text) {
    return compile(text, JqOptions.DEFAULT);
  }

  /**
   * Compiles a program.
   *
   * @throws JqSyntaxException with the position and what is wrong there
   */
  public static JqProgram compile(String text, JqOptions options) {
    try {
      Source source = new Source(text);
      Expr program = Compiler.compile(source, Parser.parse(source), options.variables());
      return new JqProgram(text, program, options);
    } catch (StackOverflowError e) {
      throw new JqSyntaxException("line 1, column 1: the program is nested too deeply");
    }
  }

  /** The program as it was written. */
  public String text() {
    return text;
  }

  /**
   * The first output for an input; null when there is none. Evaluation stops there.
   *
   * @throws JqException when the program fails before its first output, or exceeds a limit
   */
  public @Nullable JsonNode first(JsonNode input) {
    JsonNode in = input.isMissingNode() ? Json.NULL : input;
    try {
      return First.of(program, new Env(new Run(options)), in);
    } catch (StackOverflowError e) {
      return deeplyFirst(in);
    } catch (Failure | LimitExceeded | Break e) {
      throw failed(e);
    }
  }

  private @Nullable JsonNode deeplyFirst(JsonNode in) {
    try {
      return DeepStack.call(() -> First.of(program, new Env(new Run(options)), in));
    } catch (Failure | LimitExceeded | Break e) {
      throw failed(e);
    }
  }

  /**
   * Hands all outputs to a consumer, in order.
   *
   * @throws JqException when the program fails, or exceeds a limit
   */
  public void each(JsonNode input, Consumer<JsonNode> outputs) {
    JsonNode in = input.isMissingNode() ? Json.NULL : input;
    int[] given = new int[1];
    try {
      all(in, 0, given, outputs);
    } catch (StackOverflowError e) {
      deeplyEach(in, given[0], outputs);
    } catch (Failure | LimitExceeded | Break e) {
      throw failed(e);
    }
  }

  /** Begins again on a larger stack; outputs that were handed over already are passed by. */
  private void deeplyEach(JsonNode in, int given, Consumer<JsonNode> outputs) {
    try {
      DeepStack.call(
          () -> {
            all(in, given, new int[1], outputs);
            return null;
          });
    } catch (Failure | LimitExceeded | Break e) {
      throw failed(e);
    }
  }

  private void all(JsonNode in, int skipped, int[] given, Consumer<JsonNode> outputs) {
    Run run = new Run(options);
    program.all(
        new Env(run),
        in,
        value -> {
          run.step();
          run.checkOutputs(++given[0]);
          if (given[0] > skipped) {
            outputs.accept(value);
          }
          return true;
        });
  }

  private static JqException failed(RuntimeException cause) {
    return new JqException(cause == Break.SIGNAL ? "break" : String.valueOf(cause.getMessage()));
  }

  @Override
  public String toString() {
    return text;
  }
}
