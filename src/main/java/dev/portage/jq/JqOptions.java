package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/**
 * What a program may use and see.
 *
 * @param time the longest an evaluation may take
 * @param depth how many calls of defined functions may be nested
 * @param size the most elements or entries of one value built, the most outputs, and in 16ths the
 *     longest text built: 1,000,000 allows 16 million characters
 * @param environment what {@code env} and {@code $ENV} show
 * @param variables global variables by name, without {@code $}
 */
public record JqOptions(
    Duration time,
    int depth,
    int size,
    Map<String, String> environment,
    Map<String, JsonNode> variables) {

  /** Five seconds, 10,000 calls, a million elements; no environment, no variables. */
  public static final JqOptions DEFAULT =
      new JqOptions(Duration.ofSeconds(5), 10_000, 1_000_000, Map.of(), Map.of());

  /** Refuses limits that are not positive. */
  public JqOptions {
    if (time.isZero() || time.isNegative() || depth < 1 || size < 1) {
      throw new IllegalArgumentException("jq: limits must be positive");
    }
    environment = Map.copyOf(environment);
    variables = Map.copyOf(variables);
  }

  /** The same with another time limit. */
  public JqOptions withTime(Duration limit) {
    return new JqOptions(limit, depth, size, environment, variables);
  }

  /** The same with another limit of nested calls. */
  public JqOptions withDepth(int limit) {
    return new JqOptions(time, limit, size, environment, variables);
  }

  /** The same with another limit of size. */
  public JqOptions withSize(int limit) {
    return new JqOptions(time, depth, limit, environment, variables);
  }

  /** The same with another environment. */
  public JqOptions withEnvironment(Map<String, String> visible) {
    return new JqOptions(time, depth, size, visible, variables);
  }

  /** The same with other global variables. */
  public JqOptions withVariables(Map<String, JsonNode> globals) {
    return new JqOptions(time, depth, size, environment, globals);
  }
}
