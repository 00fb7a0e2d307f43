package dev.portage.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.Nearest;
import dev.portage.config.Problem;
import dev.portage.config.Resource;
import dev.portage.mapping.FieldValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a mapping writes with the blueprints that are there. */
public final class BlueprintRules {
  private static final List<String> COMPUTED =
      List.of("mirrorProperties", "calculationProperties", "aggregationProperties");

  private final Map<String, JsonNode> blueprints = new LinkedHashMap<>();
  private final boolean inferring;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * The rules of some blueprints.
   *
   * @param answer Port's, with a list {@code blueprints}; a local catalog that makes what is
   *     missing says {@code "inferring": true} in it, and {@code "inferred": true} in those it made
   */
  public BlueprintRules(JsonNode answer) {
    answer.path("blueprints").forEach(one -> blueprints.put(one.path("identifier").asText(), one));
    this.inferring = answer.path("inferring").asBoolean(false);
  }

  /** How many blueprints there are. */
  public int count() {
    return blueprints.size();
  }

  /**
   * What does not fit: blueprints that are not there, properties and relations that a blueprint
   * lacks or computes itself, and required ones that no mapping of it gives. Resources whose
   * blueprint is computed are left out.
   */
  public List<Problem> problems(List<Resource> resources) {
    problems.clear();
    Map<String, List<Resource>> byBlueprint = new LinkedHashMap<>();
    for (Resource resource : resources) {
      resource
          .literalBlueprint()
          .ifPresent(
              name -> byBlueprint.computeIfAbsent(name, n -> new ArrayList<>()).add(resource));
    }
    byBlueprint.forEach(this::blueprint);
    return List.copyOf(problems);
  }

  private void blueprint(String name, List<Resource> resources) {
    JsonNode blueprint = blueprints.get(name);
    if (blueprint == null) {
      resources.stream().filter(any -> !inferring).forEach(resource -> missing(name, resource));
    } else if (!blueprint.path("inferred").asBoolean(false)) {
      resources.forEach(resource -> fields(name, blueprint, resource));
      required(name, blueprint, resources);
    }
  }

  private void missing(String name, Resource resource) {
    String expected = "one that is there" + Nearest.hint(name, blueprints.keySet());
    add(resource.mapping().blueprint().path(), "there is no blueprint \"" + name + "\"", expected);
  }

  private void fields(String name, JsonNode blueprint, Resource resource) {
    JsonNode schema = blueprint.path("schema").path("properties");
    for (String property : resource.mapping().properties().keySet()) {
      String path = path(resource) + ".properties." + property;
      if (COMPUTED.stream().anyMatch(kind -> blueprint.path(kind).has(property))) {
        add(path, "is computed by Port", "no mapping for it");
      } else if (!schema.has(property)) {
        add(path, "is no property of the blueprint \"" + name + "\"", known(schema, property));
      }
    }
    JsonNode relations = blueprint.path("relations");
    for (String relation : resource.mapping().relations().keySet()) {
      if (!relations.has(relation)) {
        String path = path(resource) + ".relations." + relation;
        add(path, "is no relation of the blueprint \"" + name + "\"", known(relations, relation));
      }
    }
  }

  private static String known(JsonNode there, String name) {
    List<String> names = there.propertyStream().map(Map.Entry::getKey).toList();
    return names.isEmpty()
        ? "none, it has none"
        : "one of " + String.join(", ", names) + Nearest.hint(name, names);
  }

  /** A mapping that finds its entity by a search changes one that is there already. */
  private void required(String name, JsonNode blueprint, List<Resource> resources) {
    List<Resource> making =
        resources.stream()
            .filter(resource -> resource.mapping().identifier() instanceof FieldValue.Jq)
            .toList();
    if (making.isEmpty()) {
      return;
    }
    Set<String> mapped = new HashSet<>();
    for (Resource resource : resources) {
      resource.mapping().properties().keySet().forEach(key -> mapped.add("properties." + key));
      resource.mapping().relations().keySet().forEach(key -> mapped.add("relations." + key));
    }
    for (String needed : needed(blueprint)) {
      if (!mapped.contains(needed)) {
        String expected = "a jq expression, since the blueprint \"" + name + "\" requires it";
        add(path(making.get(0)) + "." + needed, "is missing", expected);
      }
    }
  }

  private static List<String> needed(JsonNode blueprint) {
    List<String> needed = new ArrayList<>();
    blueprint
        .path("schema")
        .path("required")
        .forEach(name -> needed.add("properties." + name.asText()));
    blueprint
        .path("relations")
        .propertyStream()
        .filter(relation -> relation.getValue().path("required").asBoolean(false))
        .forEach(relation -> needed.add("relations." + relation.getKey()));
    return needed;
  }

  /** The path of the mapping: that of its blueprint without the last key. */
  private static String path(Resource resource) {
    return resource.mapping().blueprint().path().replaceFirst("\\.[^.]*$", "");
  }

  private void add(String path, String found, String expected) {
    problems.add(new Problem(path, found, expected));
  }
}
