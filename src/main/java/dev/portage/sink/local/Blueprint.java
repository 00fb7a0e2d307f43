package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What entities of one sort look like; a value, replaced as a whole.
 *
 * @param identifier names it
 * @param document as Port would show it; nobody changes it
 * @param properties by name
 * @param required names of properties that an entity must have
 * @param relations by name
 * @param inferred true when it was made from what was sent, so that anything fits
 */
record Blueprint(
    String identifier,
    ObjectNode document,
    Map<String, PropertyRule> properties,
    List<String> required,
    Map<String, RelationRule> relations,
    boolean inferred) {

  private static final Set<String> TYPES = Set.of("string", "number", "boolean", "object", "array");

  /**
   * Reads a blueprint as Port's API takes it, filling in what may be left out.
   *
   * @throws Refusal 422 which names what is wrong
   */
  static Blueprint of(JsonNode given) {
    return read(given, false);
  }

  /** The same for one that was made from entities: a property may lack a type. */
  static Blueprint inferred(ObjectNode document) {
    return read(document, true);
  }

  private static Blueprint read(JsonNode given, boolean inferred) {
    if (!given.isObject()) {
      throw Refusal.invalid("blueprint: expected an object");
    }
    String identifier = Identifiers.checked("blueprint identifier", given.path("identifier"));
    ObjectNode document = given.deepCopy();
    if (!document.path("title").isTextual()) {
      document.put("title", identifier);
    }
    ObjectNode schema = inner(document, "schema");
    return new Blueprint(
        identifier,
        document,
        properties(inner(schema, "properties"), inferred),
        required(schema.path("required")),
        relations(inner(document, "relations")),
        inferred);
  }

  private static ObjectNode inner(ObjectNode parent, String name) {
    JsonNode value = parent.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return parent.putObject(name);
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.invalid("blueprint %s: expected an object".formatted(name));
  }

  private static Map<String, PropertyRule> properties(ObjectNode given, boolean inferred) {
    Map<String, PropertyRule> rules = new LinkedHashMap<>();
    given
        .properties()
        .forEach(
            property -> {
              PropertyRule rule = new PropertyRule(property.getValue());
              if (!inferred && !TYPES.contains(rule.type())) {
                throw Refusal.invalid(
                    "property %s: expected type string, number, boolean, object or array"
                        .formatted(property.getKey()));
              }
              rules.put(property.getKey(), rule);
            });
    return Collections.unmodifiableMap(rules);
  }

  private static List<String> required(JsonNode given) {
    List<String> names = new ArrayList<>();
    given.forEach(name -> names.add(name.asText()));
    return List.copyOf(names);
  }

  private static Map<String, RelationRule> relations(ObjectNode given) {
    Map<String, RelationRule> rules = new LinkedHashMap<>();
    given
        .properties()
        .forEach(
            relation ->
                rules.put(
                    relation.getKey(), RelationRule.of(relation.getKey(), relation.getValue())));
    return Collections.unmodifiableMap(rules);
  }

  /** For people. */
  String title() {
    return document.path("title").asText();
  }

  /**
   * The rule of a property.
   *
   * @throws Refusal 422 when the blueprint has none of that name
   */
  PropertyRule property(String name) {
    PropertyRule rule = properties.get(name);
    if (rule == null) {
      throw Refusal.invalid("property %s: not in blueprint %s".formatted(name, identifier));
    }
    return rule;
  }

  /**
   * The rule of a relation.
   *
   * @throws Refusal 422 when the blueprint has none of that name
   */
  RelationRule relation(String name) {
    RelationRule rule = relations.get(name);
    if (rule == null) {
      throw Refusal.invalid("relation %s: not in blueprint %s".formatted(name, identifier));
    }
    return rule;
  }
}
