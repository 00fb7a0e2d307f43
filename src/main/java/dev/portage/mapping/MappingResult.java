package dev.portage.mapping;

import dev.portage.catalog.Entity;

/** What became of an item that was to be mapped. */
public sealed interface MappingResult {

  /**
   * An entity.
   *
   * @param entity ready to be sent
   */
  record Mapped(Entity entity) implements MappingResult {}

  /**
   * No entity.
   *
   * @param reason for a person to read; holds no values of the item
   * @param doubt true when the item may stand for an entity that exists, so that nothing may be
   *     deleted; false when the mapping says that there is none (DESIGN, section 6)
   */
  record Skip(String reason, boolean doubt) implements MappingResult {}
}
