package dev.portage.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a YAML or JSON file. */
final class ConfigFile {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** JSON may have tabs where YAML may not. */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ConfigFile() {}

  /**
   * The document in a file; a missing node when the file is empty. One whose name ends in {@code
   * .json} is JSON, any other YAML.
   *
   * @throws ConfigException when it cannot be read or is no YAML or JSON; the message gives the
   *     place and quotes nothing
   */
  static JsonNode read(Path file, String name) {
    String expected = "a file with YAML or JSON";
    boolean json = name.endsWith(".json");
    try {
      return (json ? JSON : YAML).readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      String found = (json ? "is no JSON" : "is no YAML") + Texts.position(e);
      throw new ConfigException(List.of(new Problem(name, found, expected)));
    } catch (IOException e) {
      String found = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new ConfigException(List.of(new Problem(name, found, expected)));
    }
  }

  /** The document with every {@code {{ from env NAME }}} in it replaced (contract, section 2.3). */
  static JsonNode resolve(JsonNode node, Variables variables) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), resolve(e.getValue(), variables)));
      return copy;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> copy.add(resolve(element, variables)));
      return copy;
    }
    return node.isTextual()
        ? variables
            .resolve(node.textValue())
            .<JsonNode>map(TextNode::valueOf)
            .orElse(NullNode.getInstance())
        : node;
  }
}
