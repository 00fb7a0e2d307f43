package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The blueprints by identifier. Reading needs no lock; writers must take turns. */
final class Blueprints {

  private final Map<String, Blueprint> byIdentifier = new ConcurrentSkipListMap<>();
  private final EntityStore store;
  private final boolean inferring;

  /**
   * None yet.
   *
   * @param inferring whether blueprints that nobody defined are made from the entities sent
   */
  Blueprints(EntityStore store, boolean inferring) {
    this.store = store;
    this.inferring = inferring;
  }

  /** All, in the order of their identifiers. */
  List<Blueprint> all() {
    return List.copyOf(byIdentifier.values());
  }

  /** Whether those that nobody defined are made from the entities sent. */
  boolean areInferred() {
    return inferring;
  }

  /** One of them; 404 when it is not there. */
  Blueprint get(String identifier) {
    Blueprint blueprint = byIdentifier.get(identifier);
    if (blueprint == null) {
      throw Refusal.missing("blueprint \"%s\" was not found".formatted(identifier));
    }
    return blueprint;
  }

  /** Adds one; 409 when it exists. */
  Blueprint create(JsonNode definition) {
    Blueprint blueprint = Blueprint.of(definition);
    if (byIdentifier.putIfAbsent(blueprint.identifier(), blueprint) != null) {
      throw Refusal.exists("blueprint \"%s\"".formatted(blueprint.identifier()));
    }
    return blueprint;
  }

  /** The same, refused with 404 or 422 when it refers to what is not there. */
  Blueprint createLinked(ObjectNode definition) {
    checkLinks(Blueprint.of(definition));
    return create(definition);
  }

  /** Puts one in the place of another; 404 when there is none, or for a target that is missing. */
  Blueprint replace(String identifier, ObjectNode definition) {
    get(identifier);
    Blueprint blueprint = Blueprint.of(definition.deepCopy().put("identifier", identifier));
    checkLinks(blueprint);
    keep(blueprint);
    return blueprint;
  }

  /** Replaces the fields given; 404 when there is none. */
  Blueprint patch(String identifier, ObjectNode part) {
    ObjectNode document = get(identifier).document().deepCopy();
    return replace(identifier, document.setAll(part));
  }

  private void checkLinks(Blueprint blueprint) {
    for (Map.Entry<String, RelationRule> relation : blueprint.relations().entrySet()) {
      String target = relation.getValue().target();
      if (!target.equals(blueprint.identifier()) && !byIdentifier.containsKey(target)) {
        throw Refusal.missing(
            "relation %s: blueprint \"%s\" was not found".formatted(relation.getKey(), target));
      }
    }
    for (var mirror : blueprint.document().path("mirrorProperties").properties()) {
      String first = mirror.getValue().path("path").asText("").split("\\.", 2)[0];
      if (!blueprint.relations().containsKey(first)) {
        throw Refusal.invalid(
            "mirror property %s: path: no relation %s".formatted(mirror.getKey(), first));
      }
    }
  }

  /** Removes one and returns it; 409 when it has entities, or others are related to it. */
  Blueprint drop(String identifier) {
    Blueprint blueprint = get(identifier);
    if (store.count(identifier) > 0) {
      throw dependents("blueprint \"%s\" has entities".formatted(identifier));
    }
    for (Blueprint other : all()) {
      boolean related =
          other.relations().values().stream().anyMatch(rule -> rule.target().equals(identifier));
      if (related && !other.identifier().equals(identifier)) {
        throw dependents(
            "blueprint \"%s\" is what \"%s\" is related to"
                .formatted(identifier, other.identifier()));
      }
    }
    byIdentifier.remove(identifier);
    return blueprint;
  }

  private static Refusal dependents(String message) {
    return new Refusal(409, "has_dependents", message);
  }

  /** The blueprint to read an entity by; when it is a new inferred one, it is not kept yet. */
  Blueprint reading(String identifier, ObjectNode entity) {
    Blueprint known = byIdentifier.get(identifier);
    if (known == null && inferring) {
      known = Inference.empty(identifier);
    }
    return known == null || !known.inferred()
        ? get(identifier)
        : new Inference(byIdentifier.keySet(), store).extended(known, entity);
  }

  /** The blueprint of an entity that a relation names; 404 when it is not there. */
  Blueprint target(String identifier) {
    return inferring && !byIdentifier.containsKey(identifier)
        ? Inference.empty(identifier)
        : get(identifier);
  }

  /** Keeps a blueprint as it is now. */
  void keep(Blueprint blueprint) {
    Blueprint before = byIdentifier.put(blueprint.identifier(), blueprint);
    if (before != null && !before.relations().equals(blueprint.relations())) {
      store.relink(blueprint);
    }
  }
}
