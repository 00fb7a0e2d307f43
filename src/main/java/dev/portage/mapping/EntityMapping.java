package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an item becomes an entity (contract, sections 8.1 and 8.3). A component that is null is not
 * sent at all.
 *
 * @param identifier a program or a search query
 * @param blueprint gives the identifier of the blueprint
 * @param properties by name, in the order of the mapping
 * @param relations by name, in the order of the mapping
 */
public record EntityMapping(
    FieldValue identifier,
    Expression blueprint,
    @Nullable Expression title,
    @Nullable Expression icon,
    @Nullable FieldValue team,
    Map<String, Expression> properties,
    Map<String, FieldValue> relations) {

  /** Copies the maps; they keep their order. */
  public EntityMapping {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
  }

  /**
   * Maps an item. Without identifier or blueprint (null, false, an empty text, list or object) the
   * item is skipped; so it is, with doubt, when one of the two fails or is no text. Any other field
   * that fails, or whose value Port cannot take there, is null and counted in the report.
   *
   * <p>Numbers as identifier, title, team or relation become exact decimal text. In a list of
   * relations or teams null and empty texts are left out: Port would refuse the whole entity for
   * them. A search query of which a part is null is null as a whole: it would match what lacks the
   * property.
   *
   * @param item not changed
   * @param report made for this mapping; counts what the expressions gave
   * @throws IllegalArgumentException when the report was made for another mapping
   */
  public MappingResult map(JsonNode item, ExpressionReport report) {
    if (!item.isObject()) {
      return new MappingResult.Skip(
          "the item is " + Json.typeOf(item) + "; expected an object", true);
    }
    Evaluation evaluation = report.evaluation(this, item);
    JsonNode name = evaluation.identifier(identifier);
    MappingResult.Skip skip = Presence.refusal("identifier", name, evaluation);
    if (skip != null) {
      return skip;
    }
    JsonNode target = evaluation.value(blueprint);
    skip = Presence.refusal("blueprint", target, evaluation);
    return skip != null
        ? skip
        : new MappingResult.Mapped(new Entity(target.textValue(), body(name, target, evaluation)));
  }

  /**
   * The fields that every entity has beside its identifier and blueprint, as Port names them in a
   * search (contract, section 4.8): {@code title}, {@code properties.email} and the like.
   */
  public List<String> fields() {
    List<String> fields = new ArrayList<>();
    if (title != null) {
      fields.add("title");
    }
    if (icon != null) {
      fields.add("icon");
    }
    if (team != null) {
      fields.add("team");
    }
    properties.keySet().forEach(name -> fields.add("properties." + name));
    relations.keySet().forEach(name -> fields.add("relations." + name));
    return List.copyOf(fields);
  }

  private ObjectNode body(JsonNode name, JsonNode target, Evaluation evaluation) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("identifier", name);
    if (title != null) {
      body.set("title", evaluation.text(title));
    }
    if (icon != null) {
      body.set("icon", evaluation.text(icon));
    }
    if (team != null) {
      body.set("team", evaluation.references(team));
    }
    body.set("blueprint", target);
    addProperties(body, evaluation);
    addRelations(body, evaluation);
    return body;
  }

  private void addProperties(ObjectNode body, Evaluation evaluation) {
    if (!properties.isEmpty()) {
      // With room for all, so that the table need not grow on the way.
      Map<String, JsonNode> room = new LinkedHashMap<>(properties.size() * 2);
      ObjectNode values = new ObjectNode(JsonNodeFactory.instance, room);
      body.set("properties", values);
      for (Map.Entry<String, Expression> property : properties.entrySet()) {
        values.set(property.getKey(), evaluation.value(property.getValue()));
      }
    }
  }

  private void addRelations(ObjectNode body, Evaluation evaluation) {
    if (!relations.isEmpty()) {
      ObjectNode values = body.putObject("relations");
      for (Map.Entry<String, FieldValue> relation : relations.entrySet()) {
        values.set(relation.getKey(), evaluation.references(relation.getValue()));
      }
    }
  }
}
