package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes the outputs of an expression, one after the other. */
@FunctionalInterface
public interface Output {
  /** Takes one output; false asks for no more. */
  boolean emit(JsonNode value);
}
