package dev.portage.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The files of the demonstration that come with the program. */
final class Bundled {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Bundled() {}

  /** The mapping, in the shape of contract section 8.1. */
  static JsonNode mapping() {
    return read(YAML, "/demo/port-app-config.yml");
  }

  /** A list of blueprints that fits the mapping. */
  static JsonNode blueprints() {
    return read(JSON, "/demo/blueprints.json");
  }

  /** The names that the sample API's records are made of. */
  static JsonNode world() {
    return read(JSON, "/demo/world.json");
  }

  private static JsonNode read(ObjectMapper mapper, String resource) {
    try (InputStream in = Objects.requireNonNull(Bundled.class.getResourceAsStream(resource))) {
      return mapper.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": not readable; the program is damaged", e);
    }
  }
}
