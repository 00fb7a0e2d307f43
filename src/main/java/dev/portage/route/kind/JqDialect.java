package dev.portage.route.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.portage.jq.JqException;
import dev.portage.jq.JqOptions;
import dev.portage.jq.JqProgram;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.language.jq.JqLanguage;
import org.apache.camel.support.ExpressionAdapter;

/**
 * The language {@code jq} of the routes: camel-jq's contract with the engine that the mapping uses,
 * so that an expression means the same everywhere.
 */
public final class JqDialect extends JqLanguage {
  private final JqOptions options;

  /** A language with these limits and this environment. */
  public JqDialect(JqOptions options) {
    this.options = options;
  }

  @Override
  public Expression createExpression(Expression source, String expression, Object[] properties) {
    return new Evaluation(JqProgram.compile(loadResource(expression), options));
  }

  @Override
  public Expression createExpression(String expression) {
    return new Evaluation(JqProgram.compile(loadResource(expression), options));
  }

  @Override
  public Predicate createPredicate(String expression) {
    return new Evaluation(JqProgram.compile(loadResource(expression), options));
  }

  @Override
  public Predicate createPredicate(Expression source, String expression, Object[] properties) {
    return createPredicate(expression);
  }

  /** The first output; as a predicate it must be a boolean (contract, section 8.3). */
  private static final class Evaluation extends ExpressionAdapter {
    private final JqProgram program;

    Evaluation(JqProgram program) {
      this.program = program;
    }

    @Override
    public Object evaluate(Exchange exchange) {
      JsonNode output = program.first(input(exchange));
      return output == null ? NullNode.getInstance() : output;
    }

    @Override
    public boolean matches(Exchange exchange) {
      JsonNode output = program.first(input(exchange));
      if (output == null || !output.isBoolean()) {
        String found =
            output == null ? "no output" : output.getNodeType().name().toLowerCase(Locale.ROOT);
        throw new JqException("selector.query gives " + found + ", not true or false");
      }
      return output.booleanValue();
    }

    private static JsonNode input(Exchange exchange) {
      JsonNode body = exchange.getMessage().getBody(JsonNode.class);
      return body == null ? NullNode.getInstance() : body;
    }

    @Override
    public String toString() {
      return "jq{" + program.text() + "}";
    }
  }
}
