package dev.portage.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Validates documents by the schemas, with a library that knows nothing of Portage. */
public final class SchemaCheck {
  private static final Map<Schemas, Schema> COMPILED = new EnumMap<>(Schemas.class);

  private SchemaCheck() {}

  /** What the schema refuses, each with its place; empty when the document is valid. */
  public static synchronized List<String> mistakes(Schemas schema, JsonNode document) {
    return COMPILED.computeIfAbsent(schema, SchemaCheck::compile).validate(document).stream()
        .map(Error::toString)
        .toList();
  }

  /** What is wrong with a schema itself, by the schema of all schemas. */
  static List<String> mistakesOfTheSchema(Schemas schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
        .validate(schema.document())
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static Schema compile(Schemas schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.document());
  }
}
