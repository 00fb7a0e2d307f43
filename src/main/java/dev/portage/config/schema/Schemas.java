package dev.portage.config.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * The JSON Schemas (draft 2020-12) of the files that a user edits, for completion in editors. They
 * accept what Portage accepts and refuse what can be refused without knowing more than the file:
 * not, for example, whether a jq expression compiles.
 */
public enum Schemas {
  /** Of the settings. */
  PORTAGE("portage.schema.json"),
  /** Of the mapping. */
  MAPPING("port-app-config.schema.json");

  private final String file;

  Schemas(String file) {
    this.file = file;
  }

  /** The name of the file in {@code docs/schema} that holds it. */
  public String file() {
    return file;
  }

  /** The schema as a document. */
  public JsonNode document() {
    return this == PORTAGE ? SettingsSchema.document() : MappingSchema.document();
  }

  /** The schema as text, with a line end at its end. */
  public String text() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
    pretty.indentObjectsWith(lines);
    ObjectWriter writer = new ObjectMapper().writer(pretty);
    try {
      return writer.writeValueAsString(document()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
