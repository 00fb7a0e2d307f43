package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order in which entities are sent that refer to one another, when Port does not create what is
 * missing (contract, step 9 of 7.5; DESIGN, section 6, "Rejected batch").
 *
 * <p>A relation does not name the blueprint it points to, so any of the entities with that
 * identifier counts as its target; that may order more than needed, never less. Entities are always
 * sent whole in the end. After all steps, those refused for a missing relation may be ordered and
 * tried once more as long as a round has written any: a circle in which Port requires one of the
 * relations needs that.
 */
public final class RelationOrder {
  private final List<Entity> entities;
  private final List<List<Integer>> edges;
  private final Map<Integer, Set<String>> insiders = new HashMap<>();

  /**
   * Entities that can be sent together once the former steps are done.
   *
   * @param entities in the order in which they came
   * @param partial true when the relations that close a circle are left out. The outcome of such a
   *     step is not final: its entities come again, whole, in a later one
   */
  public record Step(List<Entity> entities, boolean partial) {}

  private RelationOrder(List<Entity> entities) {
    this.entities = List.copyOf(entities);
    this.edges = edges(this.entities);
  }

  /** Sorts entities: what others refer to comes first. Several of one key keep their order. */
  public static List<Step> of(List<Entity> entities) {
    return new RelationOrder(entities).steps();
  }

  private static List<List<Integer>> edges(List<Entity> entities) {
    Map<String, List<Integer>> byIdentifier = new HashMap<>();
    for (int i = 0; i < entities.size(); i++) {
      int at = i;
      entities
          .get(i)
          .key()
          .ifPresent(
              key ->
                  byIdentifier.computeIfAbsent(key.identifier(), any -> new ArrayList<>()).add(at));
    }
    List<List<Integer>> edges = new ArrayList<>(entities.size());
    for (int i = 0; i < entities.size(); i++) {
      edges.add(targets(entities, i, byIdentifier));
    }
    return edges;
  }

  private static List<Integer> targets(
      List<Entity> entities, int from, Map<String, List<Integer>> byIdentifier) {
    List<Integer> targets = new ArrayList<>();
    for (JsonNode relation : entities.get(from).body().path("relations")) {
      References.of(relation, name -> targets.addAll(byIdentifier.getOrDefault(name, List.of())));
    }
    entities
        .get(from)
        .key()
        .ifPresent(
            key -> {
              for (int other : byIdentifier.getOrDefault(key.identifier(), List.of())) {
                if (other < from && entities.get(other).blueprint().equals(key.blueprint())) {
                  targets.add(other);
                }
              }
            });
    return targets;
  }

  private List<Step> steps() {
    Circles circles = Circles.of(edges);
    TreeMap<Integer, List<Integer>> partial = new TreeMap<>();
    TreeMap<Integer, List<Integer>> whole = new TreeMap<>();
    int[] done = new int[circles.members().size()];
    // Circles come targets first, so that what they refer to has its place already.
    for (int circle = 0; circle < done.length; circle++) {
      List<Integer> members = circles.members().get(circle);
      int at = 0;
      for (int member : members) {
        for (int target : edges.get(member)) {
          at = circles.of(target) == circle ? at : Math.max(at, done[circles.of(target)] + 1);
        }
      }
      boolean closed = members.size() > 1 || edges.get(members.get(0)).contains(members.get(0));
      if (closed) {
        partial.computeIfAbsent(at++, any -> new ArrayList<>()).addAll(members);
      }
      whole.computeIfAbsent(at, any -> new ArrayList<>()).addAll(members);
      done[circle] = at;
    }
    return inOrder(partial, whole, circles);
  }

  private List<Step> inOrder(
      SortedMap<Integer, List<Integer>> partial,
      SortedMap<Integer, List<Integer>> whole,
      Circles circles) {
    List<Step> steps = new ArrayList<>();
    Set<Integer> places = new TreeSet<>(partial.keySet());
    places.addAll(whole.keySet());
    for (int place : places) {
      List<Integer> open = partial.getOrDefault(place, List.of());
      if (!open.isEmpty()) {
        steps.add(new Step(open.stream().sorted().map(i -> opened(i, circles)).toList(), true));
      }
      List<Integer> full = whole.getOrDefault(place, List.of());
      if (!full.isEmpty()) {
        steps.add(new Step(full.stream().sorted().map(entities::get).toList(), false));
      }
    }
    return steps;
  }

  /** The entity without its relations to members of its own circle. */
  private Entity opened(int index, Circles circles) {
    Set<String> members =
        insiders.computeIfAbsent(
            circles.of(index), circle -> identifiers(circles.members().get(circle)));
    ObjectNode body = entities.get(index).body().deepCopy();
    ObjectNode relations = body.withObject("/relations");
    for (String name : List.copyOf(names(relations))) {
      cut(relations, name, members);
    }
    return new Entity(entities.get(index).blueprint(), body);
  }

  private Set<String> identifiers(List<Integer> members) {
    Set<String> identifiers = new HashSet<>();
    for (int member : members) {
      entities.get(member).key().ifPresent(key -> identifiers.add(key.identifier()));
    }
    return identifiers;
  }

  private static void cut(ObjectNode relations, String name, Set<String> members) {
    JsonNode value = relations.path(name);
    Set<String> named = new HashSet<>();
    References.of(value, named::add);
    if (Collections.disjoint(named, members)) {
      return;
    }
    relations.remove(name);
    if (value.isArray() && !members.containsAll(named)) {
      ArrayNode rest = relations.putArray(name);
      value.forEach(
          element -> {
            if (!members.contains(element.asText())) {
              rest.add(element);
            }
          });
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
