package dev.portage.sink.local;

import dev.portage.catalog.EntityKey;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which entity refers to which, kept in both directions. */
final class References {

  private final Comparator<EntityKey> order;
  private final Map<EntityKey, Set<EntityKey>> outgoing = new ConcurrentHashMap<>();
  private final Map<EntityKey, Set<EntityKey>> incoming = new ConcurrentHashMap<>();

  References(Comparator<EntityKey> order) {
    this.order = order;
  }

  /** Notes what an entity refers to now, in place of before. */
  void replace(StoredEntity entity, Blueprint blueprint) {
    remove(entity.key());
    Set<EntityKey> targets = targets(entity, blueprint);
    if (targets.isEmpty()) {
      return;
    }
    outgoing.put(entity.key(), targets);
    for (EntityKey target : targets) {
      incoming.computeIfAbsent(target, key -> new ConcurrentSkipListSet<>(order)).add(entity.key());
    }
  }

  /** Forgets what an entity refers to. */
  void remove(EntityKey source) {
    Set<EntityKey> targets = outgoing.remove(source);
    if (targets == null) {
      return;
    }
    for (EntityKey target : targets) {
      incoming.computeIfPresent(
          target,
          (key, sources) -> {
            sources.remove(source);
            return sources.isEmpty() ? null : sources;
          });
    }
  }

  /** Who refers to an entity. */
  Set<EntityKey> to(EntityKey target) {
    return incoming.getOrDefault(target, Set.of());
  }

  private static Set<EntityKey> targets(StoredEntity entity, Blueprint blueprint) {
    Set<EntityKey> targets = new HashSet<>();
    blueprint
        .relations()
        .forEach(
            (name, rule) ->
                StoredEntity.targets(entity.body().path("relations").path(name))
                    .forEach(id -> targets.add(new EntityKey(rule.target(), id))));
    return targets;
  }
}
