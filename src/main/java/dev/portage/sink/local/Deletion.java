package dev.portage.sink.local;

import dev.portage.catalog.EntityKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Entities of one blueprint that shall go (contract, section 4.9). */
record Deletion(EntityStore store, String blueprint, List<String> identifiers) {

  /**
   * Deletes them.
   *
   * @param dependents whether entities that refer to them go as well, and those that refer to these
   * @return the identifiers of those that were there
   * @throws Refusal 409 when others refer to one and may not go
   */
  List<String> run(boolean dependents) {
    Set<EntityKey> doomed = new LinkedHashSet<>();
    identifiers.stream().map(this::key).filter(store::has).forEach(doomed::add);
    List<String> deleted = doomed.stream().map(EntityKey::identifier).toList();
    if (dependents) {
      spread(doomed);
    } else {
      refuseDependents(doomed);
    }
    doomed.forEach(store::remove);
    return deleted;
  }

  private EntityKey key(String identifier) {
    return new EntityKey(blueprint, identifier);
  }

  private void spread(Set<EntityKey> doomed) {
    Deque<EntityKey> open = new ArrayDeque<>(doomed);
    while (!open.isEmpty()) {
      for (StoredEntity referrer : store.referrers(open.removeFirst())) {
        if (doomed.add(referrer.key())) {
          open.addLast(referrer.key());
        }
      }
    }
  }

  private void refuseDependents(Set<EntityKey> doomed) {
    for (EntityKey key : doomed) {
      if (store.referrers(key).stream().anyMatch(other -> !doomed.contains(other.key()))) {
        throw new Refusal(
            409, "has_dependents", "entity \"%s\" has dependents".formatted(key.identifier()));
      }
    }
  }
}
