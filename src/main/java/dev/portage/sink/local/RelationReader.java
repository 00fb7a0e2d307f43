package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the relations of one entity, and notes what they lead to and is not there. */
final class RelationReader {

  /** Port makes no entity of these in passing (contract, section 8.1). */
  private static final Set<String> NEVER_MADE = Set.of("_user", "_team");

  private static final int MOST_MATCHES = 100;

  private final Blueprint blueprint;
  private final EntityStore store;
  private final UpsertMode mode;
  private final List<EntityKey> missing = new ArrayList<>();

  RelationReader(Blueprint blueprint, EntityStore store, UpsertMode mode) {
    this.blueprint = blueprint;
    this.store = store;
    this.mode = mode;
  }

  /**
   * Puts what was given on top of what is there.
   *
   * @throws Refusal 422 when a relation breaks its rule, 404 when a target is missing and may not
   *     be made
   */
  void read(ObjectNode given, ObjectNode relations) {
    given
        .properties()
        .forEach(
            relation -> {
              if (blueprint.inferred() && relation.getValue().isNull()) {
                relations.remove(relation.getKey());
              } else {
                relations.set(
                    relation.getKey(), resolved(relation.getKey(), relation.getValue(), relations));
              }
            });
    blueprint.relations().forEach((name, rule) -> checkRequired(rule, name, relations.path(name)));
  }

  private static void checkRequired(RelationRule rule, String name, JsonNode value) {
    if (rule.required() && (value.isNull() || value.isMissingNode())) {
      throw Refusal.invalid("relation %s: missing; the blueprint requires it".formatted(name));
    }
  }

  /** The entities that have to be made first. */
  List<EntityKey> missing() {
    return List.copyOf(missing);
  }

  private JsonNode resolved(String name, JsonNode value, ObjectNode nodes) {
    RelationRule rule = blueprint.relation(name);
    if (value.isNull()) {
      return rule.many() ? nodes.arrayNode() : value;
    }
    if (Condition.isQuery(value)) {
      return found(name, rule, value, nodes);
    }
    if (!blueprint.inferred() && value.isArray() != rule.many()) {
      throw Refusal.invalid(
          "relation %s: expected %s"
              .formatted(name, rule.many() ? "a list of identifiers" : "one identifier"));
    }
    (value.isArray() ? value : nodes.arrayNode().add(value))
        .forEach(target -> target(name, rule, target));
    return value;
  }

  private JsonNode found(String name, RelationRule rule, JsonNode query, ObjectNode nodes) {
    Condition condition = Condition.of(query);
    List<String> matches =
        store
            .of(rule.target())
            .filter(condition::holds)
            .map(entity -> entity.key().identifier())
            .limit(MOST_MATCHES + 1L)
            .toList();
    if (matches.size() > MOST_MATCHES) {
      throw Refusal.invalid(
          "relation %s: the search matches more than %d entities".formatted(name, MOST_MATCHES));
    }
    if (rule.many()) {
      ArrayNode list = nodes.arrayNode();
      matches.forEach(list::add);
      return list;
    }
    return matches.isEmpty() ? nodes.nullNode() : nodes.textNode(matches.get(0));
  }

  private void target(String name, RelationRule rule, JsonNode target) {
    if (!target.isTextual()) {
      throw Refusal.invalid(
          "relation %s: found %s; expected identifiers as text"
              .formatted(name, PropertyRule.typeOf(target)));
    }
    EntityKey key = new EntityKey(rule.target(), target.textValue());
    if (store.has(key)) {
      return;
    }
    if (!mode.createMissing() || NEVER_MADE.contains(rule.target())) {
      throw Refusal.missing(
          "relation %s: entity \"%s\" of blueprint \"%s\" was not found"
              .formatted(name, key.identifier(), key.blueprint()));
    }
    Identifiers.checked("relation " + name, target);
    missing.add(key);
  }
}
