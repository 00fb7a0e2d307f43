package dev.portage.mapping;

/**
 * Makes several items out of one (contract, section 8.5).
 *
 * @param expression gives a list
 * @param name the key under which each element is put
 * @param topLevelTransform whether the list is taken out of the copies
 */
public record ItemsToParse(Expression expression, String name, boolean topLevelTransform) {}
