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

  /** Puts one in the place of another; 404 when there is none. */
  Blueprint replace(String identifier, ObjectNode definition) {
    get(identifier);
    Blueprint blueprint = Blueprint.of(definition.deepCopy().put("identifier", identifier));
    keep(blueprint);
    return blueprint;
  }

  /** Replaces the fields given; 404 when there is none. */
  Blueprint patch(String identifier, ObjectNode part) {
    ObjectNode document = get(identifier).document().deepCopy();
    return replace(identifier, document.setAll(part));
  }

  /** Removes one and returns it; 409 when it has entities. */
  Blueprint drop(String identifier) {
    Blueprint blueprint = get(identifier);
    if (store.count(identifier) > 0) {
      throw new Refusal(
          409, "has_dependents", "blueprint \"%s\" has entities".formatted(identifier));
    }
    byIdentifier.remove(identifier);
    return blueprint;
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
