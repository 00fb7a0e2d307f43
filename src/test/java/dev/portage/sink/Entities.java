package dev.portage.sink;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Short ways to write what the tests of this package need. */
final class Entities {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Entities() {}

  /** JSON with single quotes; an empty text is no content. */
  static JsonNode json(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An entity of the blueprint "thing", from its JSON without that. */
  static Entity thing(String body) {
    ObjectNode whole = (ObjectNode) json(body);
    whole.put("blueprint", "thing");
    return new Entity("thing", whole);
  }

  /** An entity that holds nothing but its key. */
  static Entity entity(String blueprint, String identifier) {
    ObjectNode body = MAPPER.createObjectNode();
    body.put("identifier", identifier).put("blueprint", blueprint);
    return new Entity(blueprint, body);
  }

  static EntityBatch batch(Entity... entities) {
    return new EntityBatch(entities[0].blueprint(), List.of(entities));
  }

  static ApiResponse answer(int status, String body) {
    return new ApiResponse(status, Headers.of(Map.of("X-Trace-Id", "t-1")), json(body));
  }
}
