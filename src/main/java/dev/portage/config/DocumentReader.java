package dev.portage.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a document token by token, so that the place of each value is known, and the anchors,
 * aliases and merge keys of YAML are resolved. For one document.
 */
final class DocumentReader {
  private static final ObjectMapper VALUES = new ObjectMapper();
  private static final String MERGE = "<<";

  /** More values than this do not come out of aliases; a mapping has some hundred. */
  private static final int MOST_VALUES = 100_000;

  private static final Pattern ANCHOR = Pattern.compile("&([^\\s,\\[\\]{}]+)");

  private final JsonParser parser;
  private final List<String> lines;
  private final Map<String, Mark> marks = new LinkedHashMap<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int values;

  /** The lines are those of the text that the parser reads. */
  DocumentReader(JsonParser parser, List<String> lines) {
    this.parser = parser;
    this.lines = lines;
  }

  /** A value with a name, and how many values it holds. */
  private record Anchored(JsonNode value, int size) {}

  /** A document that is well-formed and wrong all the same; the message quotes nothing. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    Refused(String message, int line, int column) {
      super(message);
      this.line = line;
      this.column = column;
    }

    int column() {
      return column;
    }

    int line() {
      return line;
    }
  }

  /** Where what stands, once it was read. */
  Map<String, Mark> marks() {
    return marks;
  }

  /**
   * The document; a missing node when there is none.
   *
   * @throws IOException when it is no YAML or JSON
   * @throws Refused when an alias names nothing, aliases make too much of it, or a second document
   *     follows
   */
  JsonNode read() throws IOException {
    if (parser.nextToken() == null) {
      return MissingNode.getInstance();
    }
    JsonNode root = value("", line(), column());
    if (parser.nextToken() != null) {
      throw refused("holds a second document");
    }
    return root;
  }

  private JsonNode value(String path, int keyLine, int keyColumn) throws IOException {
    marks.put(path, new Mark(keyLine, keyColumn, line(), column()));
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      return alias(parser.getText());
    }
    Optional<String> anchor = anchor();
    int before = values++;
    JsonNode read =
        switch (parser.currentToken()) {
          case START_OBJECT -> object(path);
          case START_ARRAY -> array(path);
          default -> VALUES.readTree(parser);
        };
    int size = values - before;
    anchor.ifPresent(name -> anchors.put(name, new Anchored(read, size)));
    return read;
  }

  /** The parser does not tell those of scalars; a value begins with its anchor. */
  private Optional<String> anchor() {
    if (!(parser instanceof YAMLParser) || line() > lines.size()) {
      return Optional.empty();
    }
    String line = lines.get(line() - 1);
    Matcher matcher =
        ANCHOR.matcher(line).region(Math.min(column() - 1, line.length()), line.length());
    return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private JsonNode alias(String name) {
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw refused("has an alias for which there is no anchor before it");
    }
    values += anchored.size();
    if (values > MOST_VALUES) {
      throw refused("has aliases that make more than " + MOST_VALUES + " values of it");
    }
    return anchored.value();
  }

  private ObjectNode object(String path) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int line = line();
      int column = column();
      parser.nextToken();
      JsonNode value = value(Keys.join(path, key), line, column);
      if (key.equals(MERGE) && parser instanceof YAMLParser && value.isContainerNode()) {
        merge(value, merged);
      } else {
        object.set(key, value);
      }
    }
    merged.properties().forEach(e -> object.putIfAbsent(e.getKey(), e.getValue()));
    return object;
  }

  /** Of several objects the first one wins (YAML's merge key). */
  private static void merge(JsonNode value, ObjectNode merged) {
    if (value.isArray()) {
      value.forEach(one -> merge(one, merged));
    } else {
      value.properties().forEach(e -> merged.putIfAbsent(e.getKey(), e.getValue()));
    }
  }

  private ArrayNode array(String path) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(path + "[" + array.size() + "]", line(), column()));
    }
    return array;
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private int column() {
    return Math.max(1, parser.currentTokenLocation().getColumnNr());
  }

  private Refused refused(String why) {
    return new Refused(why, line(), column());
  }
}
