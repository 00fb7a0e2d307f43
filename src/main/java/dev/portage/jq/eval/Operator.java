package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** What an operator does with its two values. */
@FunctionalInterface
public interface Operator {
  /** The result. */
  JsonNode apply(Run run, JsonNode left, JsonNode right);
}
