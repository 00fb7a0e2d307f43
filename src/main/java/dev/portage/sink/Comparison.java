package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entities that Port holds already as they are, so that they need not be sent (contract,
 * section 4.8 and step 4 of 7.5; DESIGN, section 6, "Diff").
 *
 * @param merge whether an upsert patches: then only what the mapping defines counts. Else it
 *     replaces, and what Port holds beyond that is a difference, too
 */
public record Comparison(boolean merge) {

  /**
   * The verdict on a group.
   *
   * @param changed to be sent, in this order
   * @param unchanged not to be sent
   */
  public record Verdict(List<Entity> changed, List<Entity> unchanged) {}

  /**
   * The entities that can be compared at all. An identifier, relation or team given by a search
   * query is known to Port only; such an entity always counts as changed.
   */
  public static List<Entity> comparable(List<Entity> group) {
    return group.stream().filter(Comparison::isComparable).toList();
  }

  /** One of {@link #comparable}. */
  public static boolean isComparable(Entity entity) {
    if (entity.key().isEmpty() || entity.body().path("team").isObject()) {
      return false;
    }
    for (JsonNode relation : entity.body().path("relations")) {
      if (relation.isObject()) {
        return false;
      }
    }
    return true;
  }

  /**
   * What Port is to tell about entities; nothing at all, which means everything, when an upsert
   * replaces.
   *
   * @param fields that the mapping defines, besides blueprint and identifier
   */
  public List<String> included(List<String> fields) {
    return merge
        ? Stream.concat(Stream.of("blueprint", "identifier"), fields.stream()).toList()
        : List.of();
  }

  /**
   * Tells changed from unchanged.
   *
   * <p>When several entities of the group have the same key, the last one says what the outcome is,
   * yet each may set something of its own. So either all of them agree with Port, or all are sent
   * in their order. For the same reason an entity is sent whose key was sent earlier in the run:
   * what Port shows may be from before that.
   *
   * @param group of one blueprint
   * @param held Port's answer about them
   * @param sentBefore whether something was sent for a key earlier in the run
   */
  public Verdict judge(List<Entity> group, List<JsonNode> held, Predicate<EntityKey> sentBefore) {
    Map<EntityKey, JsonNode> known = byKey(held);
    Set<EntityKey> differing = new HashSet<>();
    for (Entity entity : group) {
      entity
          .key()
          .filter(key -> sentBefore.test(key) || differs(entity, known.get(key)))
          .ifPresent(differing::add);
    }
    List<Entity> changed = new ArrayList<>();
    List<Entity> unchanged = new ArrayList<>();
    for (Entity entity : group) {
      boolean same = entity.key().filter(key -> !differing.contains(key)).isPresent();
      (same ? unchanged : changed).add(entity);
    }
    return new Verdict(changed, unchanged);
  }

  private boolean differs(Entity entity, @Nullable JsonNode held) {
    return held == null
        || !isComparable(entity)
        || !Equality.sameEntity(entity.body(), held, merge);
  }

  private static Map<EntityKey, JsonNode> byKey(List<JsonNode> held) {
    Map<EntityKey, JsonNode> known = new HashMap<>();
    for (JsonNode entity : held) {
      known.put(
          new EntityKey(entity.path("blueprint").asText(), entity.path("identifier").asText()),
          entity);
    }
    return known;
  }
}
