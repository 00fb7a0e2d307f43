package dev.portage.catalog;

/**
 * What makes an entity one of its kind in Port.
 *
 * @param blueprint the identifier of its blueprint
 * @param identifier its own identifier, as text
 */
public record EntityKey(String blueprint, String identifier) {}
