package dev.portage.config;

import com.fasterxml.jackson.core.JsonLocation;
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
import java.nio.charset.CharacterCodingException;
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

  private static final String EXPECTED = "a file with YAML or JSON";

  /** What the YAML parser takes. */
  private static final long LONGEST = 3L << 20;

  private ConfigFile() {}

  /**
   * The document in a file. One whose name ends in {@code .json} is JSON, any other YAML.
   *
   * @throws ConfigException when it cannot be read or is no YAML or JSON; the message gives the
   *     place and quotes nothing
   */
  static Document read(Path file, String name) {
    boolean json = name.endsWith(".json");
    String text = text(file, name);
    try (JsonParser parser = (json ? JSON : YAML).createParser(text)) {
      List<String> lines = text.lines().toList();
      DocumentReader reader = new DocumentReader(parser, lines);
      JsonNode root = reader.read();
      return new Document(name, root, reader.marks(), lines);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      boolean twice = e.getOriginalMessage().startsWith("Duplicate field");
      String what = twice ? "has a key twice" : json ? "is no JSON" : "is no YAML";
      String found = what + Texts.position(e);
      throw refusal(
          name, found, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
    } catch (DocumentReader.Refused e) {
      throw refusal(name, e.getMessage() + " (line " + e.line() + ")", e.line(), e.column());
    } catch (IOException e) {
      throw refusal(name, "cannot be read", 0, 0);
    }
  }

  private static String text(Path file, String name) {
    try {
      if (Files.isDirectory(file)) {
        throw refusal(name, "is a folder", 0, 0);
      }
      if (Files.size(file) > LONGEST) {
        throw refusal(name, "is longer than 3 MB", 0, 0);
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw refusal(name, "is no text in UTF-8", 0, 0);
    } catch (IOException e) {
      throw refusal(name, Files.exists(file) ? "cannot be read" : "does not exist", 0, 0);
    }
  }

  private static ConfigException refusal(String name, String found, int line, int column) {
    return new ConfigException(List.of(new Problem(name, found, EXPECTED, line, column)));
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
