package dev.portage.sink;

import dev.portage.catalog.EntityKey;
import java.util.List;
import java.util.Optional;

/**
 * A page of the entities that belong to the installation (contract, section 4.9).
 *
 * @param keys in Port's order
 * @param next the cursor of the following page; empty on the last
 */
public record OwnedPage(List<EntityKey> keys, Optional<String> next) {

  /** Copies the list. */
  public OwnedPage {
    keys = List.copyOf(keys);
  }
}
