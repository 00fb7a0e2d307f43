package dev.portage.mapping;

import dev.portage.jq.JqProgram;

/**
 * A jq program and where it stands in the mapping.
 *
 * @param path for example {@code resources[0].port.entity.mappings.properties.email}
 * @param program the compiled text
 */
public record Expression(String path, JqProgram program) {}
