package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.jq.JqException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes several items out of one (contract, section 8.5).
 *
 * @param expression gives a list
 * @param name the key under which each element is put
 * @param topLevelTransform whether the list is taken out of the copies
 */
public record ItemsToParse(Expression expression, String name, boolean topLevelTransform) {

  /**
   * One shallow copy of the item for each element of its list, with the element under {@link
   * #name}. Null is no list: the item contributes nothing. So does anything else that is no list,
   * and a program that fails, but with a doubt.
   *
   * @param raw not changed
   */
  public Items items(JsonNode raw) {
    if (!(raw instanceof ObjectNode object)) {
      return Items.doubtful("the item is %s; expected an object".formatted(Json.typeOf(raw)));
    }
    try {
      return exploded(object, expression.program().first(raw));
    } catch (JqException e) {
      return doubt("fails: " + e.getMessage());
    }
  }

  private Items exploded(ObjectNode raw, @Nullable JsonNode list) {
    if (list == null || Json.isNothing(list)) {
      return Items.NONE;
    }
    if (!list.isArray()) {
      return doubt("gives %s; expected a list".formatted(Json.typeOf(list)));
    }
    ObjectNode base =
        topLevelTransform ? SimplePath.in(expression.program().text()).removedFrom(raw) : raw;
    List<JsonNode> items = new ArrayList<>(list.size());
    for (JsonNode element : list) {
      ObjectNode copy = raw.objectNode();
      copy.setAll(base);
      copy.set(name, element);
      items.add(copy);
    }
    return Items.of(items);
  }

  private Items doubt(String what) {
    return Items.doubtful(
        "%s: %s %s".formatted(expression.path(), expression.program().text(), what));
  }
}
