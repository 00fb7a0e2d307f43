package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Access;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Growing;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Changed copies of values: {@code setpath} and what assignment is made of. */
public final class Edits {
  private static final int MAX_INDEX = 536_870_911;
  private static final int MAX_PATH = 10_000;

  private final Run run;

  /** Edits within the limits of an evaluation. */
  public Edits(Run run) {
    this.run = run;
  }

  /** The value at a path; null beyond what there is. */
  public static JsonNode get(JsonNode root, List<JsonNode> path) {
    checkLength(path);
    JsonNode value = root;
    for (JsonNode key : path) {
      value = Access.get(value, key);
    }
    return value;
  }

  /** The value with one part replaced; what is missing on the way is made. */
  public JsonNode set(JsonNode root, List<JsonNode> path, JsonNode value) {
    checkLength(path);
    return set(root, path, 0, value);
  }

  private JsonNode set(JsonNode root, List<JsonNode> path, int at, JsonNode value) {
    if (at == path.size()) {
      return value;
    }
    JsonNode key = path.get(at);
    JsonNode child = at + 1 == path.size() ? checked(root, key) : Access.get(root, key);
    return put(root, key, set(child, path, at + 1, value));
  }

  /** The last container must allow the access too; its element is not needed. */
  private static JsonNode checked(JsonNode root, JsonNode key) {
    boolean plain = root.isObject() && Json.isText(key);
    return plain ? Json.NULL : Access.get(root, key);
  }

  /** The keys of a path given as a value. */
  public static List<JsonNode> keys(JsonNode path) {
    if (!path.isArray()) {
      throw new Failure("Path must be specified as an array");
    }
    List<JsonNode> keys = new ArrayList<>(path.size());
    path.forEach(keys::add);
    return keys;
  }

  static void checkLength(List<JsonNode> path) {
    if (path.size() > MAX_PATH) {
      throw new Failure("Path too deep");
    }
  }

  /** The container with one element replaced or added. */
  JsonNode put(JsonNode container, JsonNode key, JsonNode value) {
    boolean fresh = container.isNull();
    run.addValue(value);
    if (Json.isText(key) && (fresh || container.isObject())) {
      Map<String, JsonNode> fields = Json.copy(fresh ? Json.EMPTY_OBJECT : container);
      fields.put(key.textValue(), value);
      run.checkSize(fields.size());
      return Json.object(fields);
    }
    if (key.isNumber() && (fresh || container.isArray())) {
      return putElement(fresh ? Json.EMPTY_ARRAY : container, key, value);
    }
    if (key.isObject() && (fresh || container.isArray())) {
      return putSlice(fresh ? Json.EMPTY_ARRAY : container, key, value);
    }
    if (key.isObject() && Json.isText(container)) {
      throw new Failure("Cannot update string slices");
    }
    throw new Failure(
        "Cannot update field at " + Json.kind(key) + " index of " + Json.kind(container));
  }

  private JsonNode putElement(JsonNode array, JsonNode key, JsonNode value) {
    double position = key.doubleValue();
    if (Double.isNaN(position)) {
      throw new Failure("Cannot set array element at NaN index");
    }
    int index = (int) position < 0 ? (int) position + array.size() : (int) position;
    if (index < 0) {
      throw new Failure("Out of bounds negative array index");
    }
    if (index > MAX_INDEX) {
      throw new Failure("Array index too large");
    }
    run.checkSize(index + 1L);
    if (index == array.size()) {
      return append(array, Json.array(List.of(value)));
    }
    List<JsonNode> items = new ArrayList<>(Math.max(array.size(), index + 1));
    array.forEach(items::add);
    items.addAll(Collections.nCopies(Math.max(0, index + 1 - items.size()), Json.NULL));
    items.set(index, value);
    return Json.array(items);
  }

  private JsonNode putSlice(JsonNode array, JsonNode key, JsonNode value) {
    Range range = Range.of(key, array.size(), "array");
    if (!value.isArray()) {
      throw new Failure("A slice of an array can only be assigned another array");
    }
    List<JsonNode> items = new ArrayList<>();
    for (int i = 0; i < range.from(); i++) {
      items.add(array.get(i));
    }
    value.forEach(items::add);
    for (int i = range.to(); i < array.size(); i++) {
      items.add(array.get(i));
    }
    run.checkSize(items.size());
    return Json.array(items);
  }

  /** An array followed by another. */
  public JsonNode append(JsonNode array, JsonNode more) {
    long size = (long) array.size() + more.size();
    run.checkSize(size);
    run.addCells(more.size());
    return more.isEmpty() ? array : Growing.append(array, more, run);
  }
}
