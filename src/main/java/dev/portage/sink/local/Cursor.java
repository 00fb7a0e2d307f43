package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a listing goes on: after the last entity shown. What is written or deleted meanwhile makes
 * the rest neither come twice nor get lost.
 */
final class Cursor {

  private Cursor() {}

  /**
   * The entities that the {@code from} of a request has not passed yet.
   *
   * @throws Refusal 422 when it is no cursor that was given out
   */
  static Stream<StoredEntity> after(JsonNode body, EntityStore store) {
    JsonNode from = body.path("from");
    return store.after(from.isTextual() ? decoded(from.textValue()) : null);
  }

  /** One page, with {@code next} when more follows. */
  static ObjectNode page(Stream<StoredEntity> entities, int limit, List<String> include) {
    ObjectNode answer = Json.object().put("ok", true);
    ArrayNode shown = answer.putArray("entities");
    Iterator<StoredEntity> left = entities.iterator();
    while (left.hasNext() && shown.size() < limit) {
      StoredEntity entity = left.next();
      shown.add(entity.shown(include));
      if (shown.size() == limit && left.hasNext()) {
        answer.put("next", encoded(entity.key()));
      }
    }
    return answer;
  }

  private static String encoded(EntityKey key) {
    String text = key.blueprint() + "\n" + key.identifier();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static EntityKey decoded(String cursor) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 2);
      return new EntityKey(parts[0], parts[1]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw Refusal.invalid("from: expected the \"next\" of the page before");
    }
  }
}
