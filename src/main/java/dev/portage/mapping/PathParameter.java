package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.EndpointRequest;
import dev.portage.jq.JqException;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a placeholder come from (contract, section 6.6).
 *
 * @param name of the placeholder
 * @param request to the endpoint that lists them; may hold placeholders itself
 * @param dataPath where the records lie
 * @param field gives the value of a record
 * @param filter must give true; null when every record counts
 */
public record PathParameter(
    String name,
    EndpointRequest request,
    DataPath dataPath,
    Expression field,
    @Nullable Expression filter) {

  /**
   * The value that a record stands for.
   *
   * @param text as it goes into the address, not yet encoded; null when the record gives none
   * @param doubt why the record gives none although it may stand for something; null when all is
   *     well
   */
  public record Value(@Nullable String text, @Nullable String doubt) {
    private static final Value NONE = new Value(null, null);

    private static Value doubtful(String doubt) {
      return new Value(null, doubt);
    }
  }

  /**
   * Reads a record: first the field, then the filter. A record whose field is null or an empty text
   * and one that the filter refuses give no value. Numbers become exact decimal text. A list or an
   * object as value, a filter that gives no boolean, and a program that fails are doubts.
   */
  public Value value(JsonNode record) {
    try {
      JsonNode found = field.program().first(record);
      if (found == null || Json.isNothing(found)) {
        return Value.NONE;
      }
      if (found.isContainerNode()) {
        return doubt(field, "gives %s; expected a text or a number".formatted(Json.typeOf(found)));
      }
      String text = found.isNumber() ? Json.decimalText(found) : found.asText();
      return text.isEmpty() ? Value.NONE : filtered(text, record);
    } catch (JqException e) {
      return doubt(field, "fails: " + e.getMessage());
    }
  }

  private Value filtered(String text, JsonNode record) {
    if (filter == null) {
      return new Value(text, null);
    }
    try {
      JsonNode verdict = filter.program().first(record);
      if (verdict == null || !verdict.isBoolean()) {
        return doubt(filter, "gives %s; expected true or false".formatted(Json.typeOf(verdict)));
      }
      return verdict.booleanValue() ? new Value(text, null) : Value.NONE;
    } catch (JqException e) {
      return doubt(filter, "fails: " + e.getMessage());
    }
  }

  private static Value doubt(Expression expression, String what) {
    return Value.doubtful(
        "%s: %s %s".formatted(expression.path(), expression.program().text(), what));
  }
}
