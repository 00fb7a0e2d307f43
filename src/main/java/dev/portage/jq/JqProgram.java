package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.compile.Compiler;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.parse.Parser;
import dev.portage.jq.parse.Source;
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
      throw new JqSyntaxException("line 1, column 1: the program is nested too deeply", 1, 1);
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
    return new Evaluation(program, options, input).first();
  }

  /**
   * Hands all outputs to a consumer, in order.
   *
   * @throws JqException when the program fails, or exceeds a limit
   */
  public void each(JsonNode input, Consumer<JsonNode> outputs) {
    new Evaluation(program, options, input).each(outputs);
  }

  /** Programs are equal when their texts and options are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JqProgram program
        && text.equals(program.text)
        && options.equals(program.options);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
