package dev.portage.mapping;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.portage.jq.JqProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Short ways to write what the tests of this package need. */
final class Mappings {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private Mappings() {}

  /** JSON with single quotes; an empty text is no content. */
  static JsonNode json(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Expression jq(String text) {
    return new Expression("at " + text, JqProgram.compile(text));
  }

  static FieldValue field(String text) {
    return new FieldValue.Jq(jq(text));
  }

  /** A mapping of an identifier and a fixed blueprint, with nothing else. */
  static EntityMapping identifiedBy(FieldValue identifier) {
    return new EntityMapping(identifier, jq("\"thing\""), null, null, null, Map.of(), Map.of());
  }
}
