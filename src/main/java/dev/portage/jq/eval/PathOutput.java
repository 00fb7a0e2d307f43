package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes the outputs of an expression together with where they stand in its input. */
@FunctionalInterface
public interface PathOutput {
  /** Takes one output; false asks for no more. */
  boolean emit(Path path, JsonNode value);
}
