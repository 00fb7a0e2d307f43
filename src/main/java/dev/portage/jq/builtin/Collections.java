package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.eval.Arithmetic;
import dev.portage.jq.eval.Fold;
import dev.portage.jq.eval.Iterate;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Access;
import dev.portage.jq.value.Containment;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import dev.portage.jq.value.Order;
import dev.portage.jq.value.Texts;
import java.util.ArrayList;
import java.util.List;

/** Arrays and objects. */
final class Collections {
  private Collections() {}

  static void register(Table table) {
    table.special("add", 0, a -> new Fold(Iterate.ALL, Arithmetic::plus));
    table.special("add", 1, a -> new Fold(a.get(0), Arithmetic::plus));
    table.simple("keys", Collections::keys);
    table.simple("keys_unsorted", Collections::keysUnsorted);
    table.natively("has", 1, (run, in, a) -> Json.bool(Access.has(in, a[0])));
    table.natively("contains", 1, (run, in, a) -> Json.bool(Containment.contains(in, a[0], run)));
    table.natively("inside", 1, (run, in, a) -> Json.bool(Containment.contains(a[0], in, run)));
    table.natively("in", 1, (run, in, a) -> Json.bool(Access.has(a[0], in)));
    table.simple("reverse", Collections::reverse);
    table.natively("flatten", 0, (run, in, a) -> flatten(run, in, 1e9));
    table.natively("flatten", 1, (run, in, a) -> flatten(run, in, depth(a[0])));
    table.natively("indices", 1, (run, in, a) -> indices(in, a[0], run));
    table.natively("_strindices", 1, (run, in, a) -> stringIndices(in, a[0], run));
    table.natively("index", 1, (run, in, a) -> edge(indices(in, a[0], run), 0));
    table.natively("rindex", 1, (run, in, a) -> edge(indices(in, a[0], run), -1));
    table.natively("join", 1, (run, in, a) -> join(run, in, a[0]));
    table.natively("transpose", 0, (run, in, a) -> transpose(run, in));
    table.simple("toarray", in -> in.isArray() ? in : Json.array(List.of(in)));
  }

  private static JsonNode keys(JsonNode in) {
    if (!in.isObject()) {
      return keysUnsorted(in);
    }
    List<JsonNode> keys = new ArrayList<>(in.size());
    Order.sortedKeys(in).forEach(key -> keys.add(Json.text(key)));
    return Json.array(keys);
  }

  private static JsonNode keysUnsorted(JsonNode in) {
    if (!in.isContainerNode()) {
      throw Failure.of(in, "has no keys");
    }
    List<JsonNode> keys = new ArrayList<>(in.size());
    if (in.isObject()) {
      in.properties().forEach(entry -> keys.add(Json.text(entry.getKey())));
    } else {
      for (int i = 0; i < in.size(); i++) {
        keys.add(Numbers.of((long) i));
      }
    }
    return Json.array(keys);
  }

  private static JsonNode reverse(JsonNode in) {
    if (Json.isText(in)) {
      return Json.text(new StringBuilder(in.textValue()).reverse().toString());
    }
    if (in.isNull()) {
      return Json.EMPTY_ARRAY;
    }
    if (!in.isArray()) {
      throw Failure.of(in, "cannot be reversed, as it is not an array");
    }
    List<JsonNode> items = new ArrayList<>(in.size());
    for (int i = in.size() - 1; i >= 0; i--) {
      items.add(in.get(i));
    }
    return Json.array(items);
  }

  private static double depth(JsonNode wanted) {
    if (wanted.doubleValue() < 0) {
      throw new Failure("flatten depth must not be negative");
    }
    return wanted.doubleValue();
  }

  private static JsonNode flatten(Run run, JsonNode in, double depth) {
    if (!in.isContainerNode()) {
      throw new Failure("Cannot iterate over " + Failure.shown(in));
    }
    List<JsonNode> items = new ArrayList<>();
    flatten(run, in, depth, items);
    return Json.array(items);
  }

  private static void flatten(Run run, JsonNode in, double depth, List<JsonNode> items) {
    for (JsonNode item : in) {
      run.step();
      if (item.isArray() && depth > 0) {
        flatten(run, item, depth - 1, items);
      } else {
        items.add(item);
        run.checkSize(items.size());
      }
    }
  }

  private static JsonNode indices(JsonNode in, JsonNode part, Run run) {
    if (in.isNull()) {
      return Json.NULL;
    }
    if (in.isArray()) {
      return Access.positions(in, part.isArray() ? part : Json.array(List.of(part)), run);
    }
    return Json.isText(in) && Json.isText(part)
        ? stringIndices(in, part, run)
        : Access.get(in, part);
  }

  private static JsonNode stringIndices(JsonNode in, JsonNode part, Run run) {
    if (!Json.isText(in)) {
      throw Failure.of(in, "cannot be searched, as it is not a string");
    }
    if (!Json.isText(part)) {
      throw Failure.of(part, "is not a string");
    }
    return Texts.positions(in.textValue(), part.textValue(), run);
  }

  private static JsonNode edge(JsonNode positions, long at) {
    return Access.get(positions, Numbers.of(at));
  }

  private static JsonNode join(Run run, JsonNode in, JsonNode separator) {
    if (!in.isContainerNode()) {
      throw new Failure("Cannot iterate over " + Failure.shown(in));
    }
    if (!Json.isText(separator) && in.size() > 1) {
      throw Failure.of(Json.text(""), separator, "cannot be added");
    }
    StringBuilder text = new StringBuilder();
    boolean first = true;
    for (JsonNode item : in) {
      text.append(first ? "" : separator.textValue());
      first = false;
      if (item.isContainerNode()) {
        throw Failure.of(Json.text(text.toString()), item, "cannot be added");
      }
      text.append(item.isNull() ? "" : Texts.of(item));
      run.checkText(text.length());
    }
    return Json.text(text.toString());
  }

  private static JsonNode transpose(Run run, JsonNode in) {
    int width = 0;
    for (JsonNode row : in) {
      width = Math.max(width, row.size());
    }
    List<JsonNode> columns = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      run.addCells(in.size());
      List<JsonNode> column = new ArrayList<>(in.size());
      for (JsonNode row : in) {
        run.step();
        column.add(Access.get(row, Numbers.of((long) i)));
      }
      columns.add(Json.array(column));
    }
    return Json.array(columns);
  }
}
