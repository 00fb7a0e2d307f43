package dev.portage.mapping;

import dev.portage.jq.JqProgram;
import org.jspecify.annotations.Nullable;

/**
 * A jq program and where it stands in the mapping. Two are equal when they compute the same: where
 * they stand is for messages only.
 *
 * @param path for example {@code resources[0].port.entity.mappings.properties.email}
 * @param program the compiled text
 */
public record Expression(String path, JqProgram program) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expression expression && program.equals(expression.program);
  }

  @Override
  public int hashCode() {
    return program.hashCode();
  }
}
