package dev.portage.route.call;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads a large body so that its long lists stay text: a tree takes seven times as much memory. The
 * whole body is checked to be JSON first, so that half a page is never taken for a page; then each
 * element of a long list is read when it is asked for.
 *
 * <p>Only lists of objects and lists that are reached by keys alone are left as text; inside of
 * elements everything is a tree.
 */
final class LargeBody {
  /** Reads one value out of many. */
  static final ObjectReader PART =
      JsonBody.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Bytes of a list that is worth it. */
  private static final int LONG = 256 * 1024;

  private final byte[] bytes;
  private final JsonParser parser;

  private LargeBody(byte[] bytes, JsonParser parser) {
    this.bytes = bytes;
    this.parser = parser;
  }

  /**
   * Reads a body.
   *
   * @param bytes kept as long as the lists in it; UTF-8 stays text, another encoding becomes a tree
   * @throws IOException when it is no JSON
   */
  static JsonNode read(byte[] bytes) throws IOException {
    try (JsonParser parser = JsonBody.MAPPER.createParser(bytes)) {
      parser.nextToken();
      if (parser.currentTokenLocation().getByteOffset() < 0) {
        return JsonBody.MAPPER.readTree(bytes);
      }
      JsonNode value = new LargeBody(bytes, parser).value();
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one value");
      }
      return value;
    }
  }

  private JsonNode value() throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return object();
    }
    return parser.currentToken() == JsonToken.START_ARRAY ? list() : PART.readTree(parser);
  }

  private ObjectNode object() throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, value());
    }
    return object;
  }

  private JsonNode list() throws IOException {
    int begin = offset();
    int[] starts = new int[16];
    int size = 0;
    boolean structured = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      starts = size == starts.length ? Arrays.copyOf(starts, size * 2) : starts;
      starts[size++] = offset();
      // A number ends with what follows it, so that it cannot be read on its own.
      structured &= parser.currentToken().isStructStart();
      parser.skipChildren();
    }
    int length = offset() + 1 - begin;
    return length < LONG || !structured
        ? JsonBody.MAPPER.readTree(bytes, begin, length)
        : new ListAsText(bytes, Arrays.copyOf(starts, size), offset());
  }

  private int offset() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }
}
