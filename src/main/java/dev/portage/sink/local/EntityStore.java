package dev.portage.sink.local;

import dev.portage.catalog.EntityKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entities, in the order of blueprint and identifier, and who refers to whom. Reading needs no
 * lock; writers must take turns.
 */
final class EntityStore {

  private static final Comparator<EntityKey> ORDER =
      Comparator.comparing(EntityKey::blueprint).thenComparing(EntityKey::identifier);

  private final ConcurrentNavigableMap<EntityKey, StoredEntity> entities =
      new ConcurrentSkipListMap<>(ORDER);
  private final References references = new References(ORDER);

  Optional<StoredEntity> find(EntityKey key) {
    return Optional.ofNullable(entities.get(key));
  }

  boolean has(EntityKey key) {
    return entities.containsKey(key);
  }

  void put(StoredEntity entity, Blueprint blueprint) {
    entities.put(entity.key(), entity);
    references.replace(entity, blueprint);
  }

  void remove(EntityKey key) {
    entities.remove(key);
    references.remove(key);
  }

  /** Reads the relations of a blueprint's entities again, after it changed. */
  void relink(Blueprint blueprint) {
    of(blueprint.identifier()).forEach(entity -> references.replace(entity, blueprint));
  }

  /** The entities that refer to this one, in order. */
  List<StoredEntity> referrers(EntityKey target) {
    return references.to(target).stream().flatMap(key -> find(key).stream()).toList();
  }

  /** The entities of a blueprint, in order. */
  Stream<StoredEntity> of(String blueprint) {
    return within(blueprint).values().stream();
  }

  /** How many entities a blueprint has; takes time in proportion. */
  int count(String blueprint) {
    return within(blueprint).size();
  }

  /** All entities after the given one, or all there are, in order. */
  Stream<StoredEntity> after(@Nullable EntityKey last) {
    return (last == null ? entities : entities.tailMap(last, false)).values().stream();
  }

  /** The entities that satisfy a search, in order; looks no further than the search allows. */
  Stream<StoredEntity> matching(Condition condition) {
    return candidates(condition).filter(condition::holds);
  }

  /** The entities with this identifier, in whatever blueprint. */
  Stream<StoredEntity> named(String identifier) {
    return entities.values().stream().filter(e -> e.key().identifier().equals(identifier));
  }

  private Stream<StoredEntity> candidates(Condition condition) {
    if (condition.blueprint().isEmpty()) {
      return after(null);
    }
    String blueprint = condition.blueprint().get();
    return condition
        .identifiers()
        .map(
            identifiers ->
                identifiers.stream()
                    .distinct()
                    .sorted()
                    .flatMap(identifier -> find(new EntityKey(blueprint, identifier)).stream()))
        .orElseGet(() -> of(blueprint));
  }

  private ConcurrentNavigableMap<EntityKey, StoredEntity> within(String blueprint) {
    return entities.subMap(
        new EntityKey(blueprint, ""), true, new EntityKey(blueprint + "\0", ""), false);
  }
}
