package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.JqException;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Where the items lie in the body of a page (contract, section 6.5).
 *
 * @param expression null or the identity when the body itself is meant
 */
public record DataPath(@Nullable Expression expression) {

  /**
   * The items of a body.
   *
   * <p>Without expression: the elements of a list, or an object as the only item. No content and
   * null (as some servers write an empty list) are no items. With an expression: its first output,
   * where null means no items and a doubt, since an error sent with status 200 looks like that.
   *
   * @param body a missing node when there was no content
   * @throws BodyShapeException when the body is a text, a number or a boolean, or when the
   *     expression fails on it
   */
  public Items items(JsonNode body) {
    if (body.isMissingNode()) {
      return Items.NONE;
    }
    return expression == null || isWholeBody() ? whole(body) : part(expression, body);
  }

  private static Items whole(JsonNode body) {
    if (body.isNull()) {
      return Items.NONE;
    }
    if (!body.isContainerNode()) {
      throw new BodyShapeException(
          "the body is " + Json.typeOf(body) + "; expected a list or an object");
    }
    return Items.of(listed(body));
  }

  /** True when the body itself is meant: its elements where it is a list, else the one item. */
  public boolean isWholeBody() {
    return expression == null || expression.program().text().strip().equals(".");
  }

  /** True when only keys lead to the items, so that nothing else is done with them there. */
  public boolean isPlain() {
    return expression == null || isWholeBody() || SimplePath.isKeys(expression.program().text());
  }

  private static Items part(Expression expression, JsonNode body) {
    String text = expression.program().text();
    try {
      JsonNode found = expression.program().first(body);
      if (found == null || Json.isNothing(found)) {
        return Items.doubtful(
            "data_path "
                + text
                + " gave null: this is what an error body looks like; write `"
                + text
                + " // []` if the key may be missing");
      }
      return Items.of(listed(found));
    } catch (JqException e) {
      throw new BodyShapeException(
          "data_path %s: fails on %s: %s; expected a program that finds a list"
              .formatted(text, Json.typeOf(body), e.getMessage()));
    }
  }

  private static List<JsonNode> listed(JsonNode value) {
    if (!value.isArray()) {
      return List.of(value);
    }
    return new Elements(value);
  }

  /** The elements of a list, which may be read only when they are asked for. */
  private static final class Elements extends AbstractList<JsonNode> implements RandomAccess {
    private final JsonNode list;

    Elements(JsonNode list) {
      this.list = list;
    }

    @Override
    public JsonNode get(int index) {
      return list.path(Objects.checkIndex(index, size()));
    }

    @Override
    public int size() {
      return list.size();
    }
  }
}
