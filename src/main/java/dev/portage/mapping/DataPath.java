package dev.portage.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Where the items lie in the body of a page (contract, section 6.5).
 *
 * @param expression null or the identity when the body itself is meant
 */
public record DataPath(@Nullable Expression expression) {}
