package dev.portage.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the tests of this package begin with. */
final class ConfigTesting {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private ConfigTesting() {}

  /** The smallest environment that is right. */
  static Map<String, String> minimal() {
    return Map.of(
        "OCEAN__PORT__CLIENT_ID", "id-1",
        "OCEAN__PORT__CLIENT_SECRET", "secret-1",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL", "https://api.example.com");
  }

  /** The settings of that environment. */
  static SourceSettings source() {
    return SettingsReader.read(minimal(), Path.of("src/test/none"), List.of()).source();
  }

  /** YAML or JSON. */
  static JsonNode json(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
