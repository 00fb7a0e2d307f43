package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import java.util.ArrayList;
import java.util.List;

/**
 * An entity as the catalog holds it; a value, replaced as a whole.
 *
 * @param key names it
 * @param body {@code title}, {@code icon}, {@code team} (a list), {@code properties} without nulls,
 *     and {@code relations}; nobody changes it
 * @param authorship who wrote it and when
 */
record StoredEntity(EntityKey key, ObjectNode body, Authorship authorship) {

  /** An entity that holds nothing but its key: the target of a relation, made in passing. */
  static ObjectNode emptyBody() {
    ObjectNode body = Json.object();
    body.putNull("title").putNull("icon").putArray("team");
    body.putObject("properties");
    body.putObject("relations");
    return body;
  }

  /** The title, or the identifier where there is none. */
  String name() {
    String title = body.path("title").asText("");
    return title.isBlank() || body.path("title").isNull() ? key.identifier() : title;
  }

  /** As Port answers with it. */
  ObjectNode shown() {
    ObjectNode shown = Json.object();
    shown.put("identifier", key.identifier()).put("blueprint", key.blueprint());
    shown.setAll(body.deepCopy());
    return shown
        .put("createdAt", authorship.createdAt().toString())
        .put("createdBy", authorship.createdBy())
        .put("updatedAt", authorship.updatedAt().toString())
        .put("updatedBy", authorship.updatedBy());
  }

  /**
   * As Port answers with it when only some of it is wanted.
   *
   * @param include names such as {@code identifier}, {@code $title} or {@code properties.email};
   *     empty for everything
   */
  ObjectNode shown(List<String> include) {
    ObjectNode full = shown();
    if (include.isEmpty()) {
      return full;
    }
    ObjectNode narrow = Json.object();
    for (String wanted : include) {
      String name = wanted.startsWith("$") ? wanted.substring(1) : wanted;
      if (name.startsWith("properties.") || name.startsWith("relations.")) {
        copyInner(full, narrow, name.substring(0, name.indexOf('.')), name);
      } else if (full.has(name)) {
        narrow.set(name, full.get(name));
      }
    }
    return narrow;
  }

  private static void copyInner(ObjectNode full, ObjectNode narrow, String part, String path) {
    String name = path.substring(part.length() + 1);
    ObjectNode inner = narrow.withObject("/" + part);
    if (full.path(part).has(name)) {
      inner.set(name, full.path(part).get(name));
    }
  }

  /** What a search rule means by a name; a missing node when the entity has no such thing. */
  JsonNode field(String name) {
    return switch (name) {
      case "$identifier" -> body.textNode(key.identifier());
      case "$blueprint" -> body.textNode(key.blueprint());
      case "$title", "$icon", "$team" -> body.path(name.substring(1));
      case "$createdAt" -> body.textNode(authorship.createdAt().toString());
      case "$createdBy" -> body.textNode(authorship.createdBy());
      case "$updatedAt" -> body.textNode(authorship.updatedAt().toString());
      case "$updatedBy", "$datasource" -> body.textNode(authorship.updatedBy());
      default ->
          body.path("properties").has(name)
              ? body.path("properties").path(name)
              : body.path("relations").path(name);
    };
  }

  /** Everything the entity refers to, whatever the relation. */
  ArrayNode related() {
    ArrayNode all = body.arrayNode();
    body.path("relations").forEach(value -> targets(value).forEach(all::add));
    return all;
  }

  /** The identifiers one relation's value holds: none, one or many. */
  static List<String> targets(JsonNode value) {
    List<String> identifiers = new ArrayList<>();
    if (value.isTextual()) {
      identifiers.add(value.textValue());
    }
    if (value.isArray()) {
      value.forEach(one -> identifiers.add(one.asText()));
    }
    return identifiers;
  }
}
