package dev.portage.config.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.MappingKey;
import dev.portage.config.MappingTable;
import java.util.List;

/** The schema of a mapping, {@code port-app-config.yml}; each object with keys is a definition. */
final class MappingSchema {
  private static final String LEGACY_KIND = "api_resource";

  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  private MappingSchema() {}

  static ObjectNode document() {
    MappingSchema schema = new MappingSchema();
    schema.define("search", MappingTable.SEARCH);
    schema.define("legacy", MappingTable.LEGACY);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("title", "Mapping of Portage (port-app-config.yml)");
    document.put("description", "Which endpoints are read, and what becomes of their items.");
    document.setAll(schema.object("#", MappingTable.ROOT, "object"));
    resourceRules((ObjectNode) schema.definitions.path("resources"));
    return document.set("$defs", schema.definitions);
  }

  private void define(String name, List<MappingKey> keys, String... more) {
    if (!definitions.has(name)) {
      String[] types = more.length == 0 ? new String[] {"object"} : more;
      definitions.set(name, object("#/$defs/" + name, keys, types));
    }
  }

  private ObjectNode object(String pointer, List<MappingKey> keys, String... types) {
    ObjectSchema schema = new ObjectSchema(pointer);
    for (MappingKey key : keys) {
      if (!key.keys().isEmpty()) {
        define(key.name(), key.keys(), NestedSchema.types(key));
      }
      schema.key(key.name(), KeySchema.of(key));
      if (key.required()) {
        schema.needed(key.name());
      }
    }
    if (pointer.endsWith("/selector")) {
      MappingTable.IGNORED_IN_SELECTOR.forEach(
          name -> schema.accepted(name, JsonNodeFactory.instance.objectNode()));
    }
    return schema.of(types);
  }

  /** A query is an object only where the kind is the legacy one (contract, section 6.11). */
  private static void resourceRules(ObjectNode resource) {
    ObjectNode condition = resource.putObject("if");
    condition.putObject("properties").putObject("kind").put("const", LEGACY_KIND);
    query(resource.putObject("then"), Parts.ref("legacy"));
    query(resource.putObject("else"), Parts.type("string", "number", "boolean"));
  }

  private static void query(ObjectNode branch, ObjectNode schema) {
    branch
        .putObject("properties")
        .putObject("selector")
        .putObject("properties")
        .set("query", schema);
  }
}
