package dev.portage.catalog;

import java.util.List;

/**
 * Entities of one blueprint that travel together.
 *
 * @param blueprint of all of them
 * @param entities at least one
 */
public record EntityBatch(String blueprint, List<Entity> entities) {

  /** Copies the list; refuses an empty one. */
  public EntityBatch {
    if (entities.isEmpty()) {
      throw new IllegalArgumentException("a batch holds at least one entity");
    }
    entities = List.copyOf(entities);
  }
}
