package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityKey;
import dev.portage.catalog.KeySet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the entities of a run refer to, so that it is not deleted although the run did not produce
 * it (contract, step 14 of 7.5). Safe to share between threads; about 25 bytes for each thing
 * referred to.
 */
public final class RelationTargets {
  /** By blueprint and relation, the name under which its identifiers are kept. */
  private final Map<String, Map<String, String>> scopes = new ConcurrentHashMap<>();

  private final KeySet identifiers = new KeySet();

  /**
   * Remembers what an entity refers to; search queries but those for one identifier say nothing.
   */
  public void add(Entity entity) {
    JsonNode relations = entity.body().path("relations");
    if (relations.isEmpty()) {
      return;
    }
    Map<String, String> names =
        scopes.computeIfAbsent(entity.blueprint(), any -> new ConcurrentHashMap<>());
    for (Map.Entry<String, JsonNode> relation : relations.properties()) {
      String scope =
          names.computeIfAbsent(relation.getKey(), name -> entity.blueprint() + '\n' + name);
      References.of(relation.getValue(), identifier -> identifiers.add(scope, identifier));
    }
  }

  /** The blueprints of entities that have relations. */
  public Set<String> blueprints() {
    return Set.copyOf(scopes.keySet());
  }

  /**
   * Which of these keys are referred to.
   *
   * @param candidates the stale ones
   * @param targets gives the blueprint that each relation of a blueprint points to; relations that
   *     it does not know are passed over
   */
  public Set<EntityKey> among(
      Collection<EntityKey> candidates, Function<String, Map<String, String>> targets) {
    Map<String, Set<String>> byTarget = scopesByTarget(targets);
    Set<EntityKey> referredTo = new HashSet<>();
    for (EntityKey key : candidates) {
      for (String scope : byTarget.getOrDefault(key.blueprint(), Set.of())) {
        if (identifiers.contains(scope, key.identifier())) {
          referredTo.add(key);
        }
      }
    }
    return referredTo;
  }

  private Map<String, Set<String>> scopesByTarget(Function<String, Map<String, String>> targets) {
    Map<String, Set<String>> byTarget = new HashMap<>();
    scopes.forEach(
        (blueprint, names) -> {
          Map<String, String> known = targets.apply(blueprint);
          names.forEach(
              (relation, scope) -> {
                String target = known.get(relation);
                if (target != null) {
                  byTarget.computeIfAbsent(target, any -> new HashSet<>()).add(scope);
                }
              });
        });
    return byTarget;
  }
}
