package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Access;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Order;
import dev.portage.jq.value.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code delpaths}: several parts removed at once, so that positions mean the original's. */
public final class Deletion {
  private final Edits edits;
  private final Run run;

  /** Deletions within the limits of an evaluation. */
  public Deletion(Run run) {
    this.edits = new Edits(run);
    this.run = run;
  }

  /** The value without the parts at the paths, an array of arrays. */
  public JsonNode delete(JsonNode root, JsonNode paths) {
    if (!paths.isArray()) {
      throw new Failure("Paths must be specified as an array");
    }
    List<JsonNode> sorted = new ArrayList<>(paths.size());
    for (JsonNode path : paths) {
      if (!path.isArray()) {
        throw new Failure("Path must be specified as array, not " + Json.kind(path));
      }
      Edits.checkLength(Arrays.asList(new JsonNode[Math.min(path.size(), 10_001)]));
      sorted.add(path);
    }
    sorted.sort(Order.sorting(run));
    if (sorted.isEmpty()) {
      return root;
    }
    return sorted.get(0).isEmpty() ? Json.NULL : delete(root, sorted, 0);
  }

  private JsonNode delete(JsonNode root, List<JsonNode> paths, int at) {
    JsonNode result = root;
    List<JsonNode> doomed = new ArrayList<>();
    int i = 0;
    while (i < paths.size()) {
      JsonNode key = paths.get(i).get(at);
      int end = i + 1;
      while (end < paths.size() && Order.equal(key, paths.get(end).get(at), run)) {
        end++;
      }
      if (paths.get(i).size() == at + 1) {
        doomed.add(key);
      } else {
        JsonNode part = Access.get(result, key);
        if (!part.isNull()) {
          result = edits.put(result, key, delete(part, paths.subList(i, end), at + 1));
        }
      }
      i = end;
    }
    return without(result, doomed);
  }

  private static JsonNode without(JsonNode container, List<JsonNode> keys) {
    if (keys.isEmpty() || container.isNull()) {
      return container;
    }
    if (container.isArray()) {
      return withoutElements(container, keys);
    }
    if (!container.isObject()) {
      throw new Failure("Cannot delete fields from " + Json.kind(container));
    }
    Map<String, JsonNode> fields = Json.copy(container);
    for (JsonNode key : keys) {
      if (!Json.isText(key)) {
        throw new Failure("Cannot delete " + Json.kind(key) + " field of object");
      }
      fields.remove(key.textValue());
    }
    return Json.object(fields);
  }

  private static JsonNode withoutElements(JsonNode array, List<JsonNode> keys) {
    boolean[] doomed = new boolean[array.size()];
    for (JsonNode key : keys) {
      mark(doomed, key);
    }
    List<JsonNode> items = new ArrayList<>(array.size());
    for (int i = 0; i < doomed.length; i++) {
      if (!doomed[i]) {
        items.add(array.get(i));
      }
    }
    return Json.array(items);
  }

  private static void mark(boolean[] doomed, JsonNode key) {
    if (key.isObject()) {
      Range range = Range.of(key, doomed.length, "array");
      Arrays.fill(doomed, range.from(), range.to(), true);
    } else if (!key.isNumber()) {
      throw new Failure("Cannot delete " + Json.kind(key) + " element of array");
    } else if (!Order.isNan(key)) {
      int index = (int) key.doubleValue();
      index = index < 0 ? index + doomed.length : index;
      if (index >= 0 && index < doomed.length) {
        doomed[index] = true;
      }
    }
  }
}
