package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.jq.JqException;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one mapping on one item; lives as long as that takes, on one thread.
 *
 * <p>Expressions are asked for in the order of {@link Expressions#of}, so that each finds its tally
 * by position, without a look-up.
 */
final class Evaluation {
  private final JsonNode item;
  private final Tally[] tallies;
  private int position;
  private @Nullable String failure;

  Evaluation(JsonNode item, Tally[] tallies) {
    this.item = item;
    this.tallies = tallies;
  }

  /** Why the field evaluated last failed; null when it did not. */
  @Nullable String failure() {
    return failure;
  }

  /** What an expression gives; JSON null when that is nothing or when it fails. */
  JsonNode value(Expression expression) {
    failure = null;
    return leaf(expression);
  }

  /** A scalar as text. */
  JsonNode text(Expression expression) {
    JsonNode value = value(expression);
    if (value.isContainerNode()) {
      return refused(value, "a text");
    }
    return scalarText(value);
  }

  /** An identifier: numbers as text, all else as it is. */
  JsonNode identifier(FieldValue field) {
    JsonNode value = any(field);
    return value.isNumber() ? scalarText(value) : value;
  }

  /** Identifiers of other entities: a text, a list of texts, a search query or null. */
  JsonNode references(FieldValue field) {
    JsonNode value = any(field);
    if (value.isNull() || Json.isSearch(value)) {
      return value;
    }
    if (value.isArray()) {
      return list((ArrayNode) value);
    }
    return isReference(value) ? reference(value) : refused(value, "a text or a list of texts");
  }

  private JsonNode any(FieldValue field) {
    failure = null;
    return field instanceof FieldValue.Search search
        ? search(search)
        : leaf(((FieldValue.Jq) field).expression());
  }

  private JsonNode leaf(Expression expression) {
    Tally tally = tallies[position++];
    try {
      JsonNode value = expression.program().first(item);
      if (value == null || Json.isNothing(value)) {
        tally.wasNull();
        return NullNode.instance;
      }
      return value;
    } catch (JqException e) {
      failure = String.valueOf(e.getMessage());
      tally.failed(failure);
      return NullNode.instance;
    }
  }

  private JsonNode search(FieldValue.Search search) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    JsonNode combinator = leaf(search.combinator());
    query.set("combinator", combinator);
    ArrayNode rules = query.putArray("rules");
    boolean whole = !combinator.isNull();
    for (FieldValue.Rule rule : search.rules()) {
      JsonNode evaluated = rule(rule);
      whole &= !evaluated.isNull();
      rules.add(evaluated);
    }
    return whole ? query : NullNode.instance;
  }

  private JsonNode rule(FieldValue.Rule rule) {
    if (rule instanceof FieldValue.Nested nested) {
      return search(nested.search());
    }
    FieldValue.Condition condition = (FieldValue.Condition) rule;
    JsonNode property = leaf(condition.property());
    JsonNode operator = leaf(condition.operator());
    JsonNode value = leaf(condition.value());
    if (property.isNull() || operator.isNull() || value.isNull()) {
      return NullNode.instance;
    }
    ObjectNode evaluated = JsonNodeFactory.instance.objectNode();
    evaluated.set("property", property);
    evaluated.set("operator", operator);
    evaluated.set("value", value);
    return evaluated;
  }

  private JsonNode list(ArrayNode values) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode(values.size());
    for (JsonNode value : values) {
      if (Json.isNothing(value) || (value.isTextual() && value.textValue().isEmpty())) {
        continue;
      }
      if (!isReference(value)) {
        return refused(value, "a text in the list");
      }
      texts.add(scalarText(value));
    }
    return texts;
  }

  private static boolean isReference(JsonNode value) {
    return value.isTextual() || value.isNumber();
  }

  private static JsonNode reference(JsonNode value) {
    boolean empty = value.isTextual() && value.textValue().isEmpty();
    return empty ? NullNode.instance : scalarText(value);
  }

  private static JsonNode scalarText(JsonNode value) {
    if (value.isNumber()) {
      return TextNode.valueOf(Json.decimalText(value));
    }
    return value.isBoolean() ? TextNode.valueOf(value.asText()) : value;
  }

  private JsonNode refused(JsonNode value, String expected) {
    tallies[position - 1].failed("gives " + Json.typeOf(value) + "; expected " + expected);
    return NullNode.instance;
  }
}
