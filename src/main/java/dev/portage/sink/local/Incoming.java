package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entity that was sent, read against its blueprint and against what the catalog holds.
 *
 * @param blueprint of the entity
 * @param raw what was sent
 * @param store what the catalog holds
 * @param mode how it is meant
 */
record Incoming(Blueprint blueprint, ObjectNode raw, EntityStore store, UpsertMode mode) {

  private static final Set<String> FIELDS =
      Set.of("identifier", "title", "icon", "team", "properties", "relations", "blueprint");

  /**
   * What shall be written.
   *
   * @param before the entity as it is, if it is
   * @param body as it shall be
   * @param missing entities its relations lead to which have to be made first
   */
  record Draft(
      EntityKey key, Optional<StoredEntity> before, ObjectNode body, List<EntityKey> missing) {}

  /**
   * Checks everything, writes nothing.
   *
   * @throws Refusal when a rule of Port is broken
   */
  Draft read() {
    for (String name : (Iterable<String>) raw::fieldNames) {
      if (!FIELDS.contains(name)) {
        throw Refusal.invalid("%s: unknown field; expected one of %s".formatted(name, ordered()));
      }
    }
    EntityKey key = new EntityKey(blueprint.identifier(), identifier());
    Optional<StoredEntity> before = store.find(key);
    if (before.isPresent() && !mode.overwrite()) {
      throw Refusal.exists("entity \"%s\"".formatted(key.identifier()));
    }
    ObjectNode body =
        mode.merge() && before.isPresent()
            ? before.get().body().deepCopy()
            : StoredEntity.emptyBody();
    ownFields(body);
    properties(body);
    RelationReader relations = new RelationReader(blueprint, store, mode);
    relations.read(part("relations"), body.withObject("/relations"));
    return new Draft(key, before, body, relations.missing());
  }

  private static List<String> ordered() {
    return FIELDS.stream().sorted().toList();
  }

  private String identifier() {
    JsonNode given = raw.path("identifier");
    if (!Condition.isQuery(given)) {
      return Identifiers.checked("identifier", given);
    }
    Condition condition = Condition.of(given);
    List<StoredEntity> found =
        store.of(blueprint.identifier()).filter(condition::holds).limit(2).toList();
    if (found.isEmpty()) {
      throw Refusal.unmatched();
    }
    if (found.size() > 1) {
      throw Refusal.invalid("identifier: several entities match the search; expected one");
    }
    return found.get(0).key().identifier();
  }

  private void ownFields(ObjectNode body) {
    if (raw.has("title")) {
      body.set("title", textOrNull("title"));
    }
    if (raw.has("icon")) {
      body.set("icon", textOrNull("icon"));
    }
    if (raw.has("team")) {
      body.set("team", team(raw.path("team")));
    }
  }

  private JsonNode textOrNull(String name) {
    JsonNode value = raw.path(name);
    if (!value.isTextual() && !value.isNull()) {
      throw Refusal.invalid(
          "%s: found %s; expected a text".formatted(name, PropertyRule.typeOf(value)));
    }
    return value;
  }

  private JsonNode team(JsonNode given) {
    List<String> teams = StoredEntity.targets(given);
    if (Condition.isQuery(given)) {
      Condition condition = Condition.of(given);
      teams =
          store.of("_team").filter(condition::holds).map(team -> team.key().identifier()).toList();
    } else if (!given.isTextual() && !given.isNull() && !given.isArray()) {
      throw Refusal.invalid("team: expected a text, a list of texts or a search");
    }
    return raw.arrayNode().addAll(teams.stream().map(raw::textNode).toList());
  }

  private void properties(ObjectNode body) {
    ObjectNode properties = body.withObject("/properties");
    part("properties")
        .properties()
        .forEach(
            given -> {
              if (!(blueprint.inferred() && given.getValue().isNull())) {
                blueprint.property(given.getKey()).check(given.getKey(), given.getValue());
              }
              properties.set(given.getKey(), given.getValue());
            });
    properties.removeIf(JsonNode::isNull);
    for (String name : blueprint.required()) {
      if (!properties.has(name)) {
        throw Refusal.invalid("property %s: missing; the blueprint requires it".formatted(name));
      }
    }
  }

  private ObjectNode part(String name) {
    JsonNode given = raw.path(name);
    if (given.isMissingNode() || given.isNull()) {
      return Json.object();
    }
    if (given instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.invalid(name + ": expected an object");
  }
}
