package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes blueprints out of the entities that are sent, so that a mapping can be tried before any
 * blueprint was written. Everything fits: a property gets the type and format of its first value,
 * and loses them when a later value differs.
 *
 * @param blueprints the identifiers of those that there are
 * @param store the entities that there are
 */
record Inference(Set<String> blueprints, EntityStore store) {

  private static final List<TextFormat> RECOGNISED =
      List.of(TextFormat.DATE_TIME, TextFormat.URL, TextFormat.EMAIL);

  /** A blueprint of that name with nothing in it yet. */
  static Blueprint empty(String identifier) {
    return Blueprint.inferred(Json.object().put("identifier", identifier));
  }

  /** The same blueprint with whatever it needs for this entity; itself when it needs nothing. */
  Blueprint extended(Blueprint known, JsonNode entity) {
    ObjectNode document = known.document().deepCopy();
    ObjectNode properties = document.withObject("/schema/properties");
    entity.path("properties").properties().forEach(one -> property(properties, one));
    ObjectNode relations = document.withObject("/relations");
    entity.path("relations").properties().forEach(one -> relation(relations, one));
    return document.equals(known.document()) ? known : Blueprint.inferred(document);
  }

  private static void property(ObjectNode properties, Map.Entry<String, JsonNode> given) {
    JsonNode value = given.getValue();
    if (value.isNull()) {
      return;
    }
    if (properties.get(given.getKey()) instanceof ObjectNode schema) {
      widen(schema, value);
    } else {
      ObjectNode schema = properties.putObject(given.getKey());
      schema.put("title", given.getKey()).put("type", PropertyRule.typeOf(value));
      RECOGNISED.stream()
          .filter(format -> value.isTextual() && recognised(format, value.textValue()))
          .findFirst()
          .ifPresent(format -> schema.put("format", format.word()));
    }
  }

  private static boolean recognised(TextFormat format, String text) {
    return format.fits(text) && (format != TextFormat.URL || text.matches("(?i)https?://\\S+"));
  }

  private static void widen(ObjectNode schema, JsonNode value) {
    boolean otherType = !schema.path("type").asText("").equals(PropertyRule.typeOf(value));
    boolean otherFormat =
        TextFormat.named(schema.path("format").asText(""))
            .filter(format -> otherType || !format.fits(value.asText()))
            .isPresent();
    if (otherType) {
      schema.remove("type");
    }
    if (otherFormat) {
      schema.remove("format");
    }
  }

  private void relation(ObjectNode relations, Map.Entry<String, JsonNode> given) {
    String name = given.getKey();
    JsonNode value = given.getValue();
    if (value.isNull()) {
      return;
    }
    if (relations.get(name) instanceof ObjectNode known) {
      known.put("many", known.path("many").asBoolean() || value.isArray());
    } else {
      relations
          .putObject(name)
          .put("title", name)
          .put("target", target(name, StoredEntity.targets(value)))
          .put("many", value.isArray())
          .put("required", false);
    }
  }

  /** A blueprint called like the relation; else the one that holds such an entity; else a new. */
  private String target(String relation, List<String> identifiers) {
    for (String blueprint : blueprints) {
      if (stem(blueprint).equals(stem(relation))) {
        return blueprint;
      }
    }
    List<String> holders =
        identifiers.stream()
            .limit(1)
            .flatMap(store::named)
            .map(entity -> entity.key().blueprint())
            .toList();
    return holders.size() == 1 ? holders.get(0) : relation;
  }

  private static String stem(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]", "");
    return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }
}
