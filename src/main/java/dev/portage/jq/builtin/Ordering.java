package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.eval.Collect;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.Identity;
import dev.portage.jq.eval.Iterate;
import dev.portage.jq.eval.Native;
import dev.portage.jq.eval.Pipe;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import dev.portage.jq.value.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorting, grouping, extremes: by all outputs of a key expression. */
final class Ordering {
  private Ordering() {}

  /** An element with what it is sorted by. */
  private record Keyed(JsonNode key, JsonNode value) {}

  static void register(Table table) {
    by(table, "sort", "sort_by", (items, run) -> values(sorted(items, run)));
    by(table, "group", "group_by", (items, run) -> Json.array(groups(items, run)));
    by(table, "unique", "unique_by", Ordering::unique);
    by(table, "min", "min_by", (items, run) -> extreme(items, true, run));
    by(table, "max", "max_by", (items, run) -> extreme(items, false, run));
    table.natively("bsearch", 1, (run, in, a) -> search(in, a[0], run));
  }

  private interface Body {
    JsonNode apply(List<Keyed> items, Run run);
  }

  private static void by(Table table, String plain, String keyed, Body body) {
    Native.Body both = (run, in, a) -> body.apply(pairs(in, a[0]), run);
    if (!plain.equals("group")) {
      table.special(plain, 0, a -> new Native(both, List.of(Identity.SELF)));
    }
    table.special(keyed, 1, a -> new Native(both, List.of(keys(a.get(0)))));
  }

  private static Expr keys(Expr key) {
    return new Collect(Pipe.of(Iterate.ALL, key.isSingle() ? key : new Collect(key)));
  }

  private static List<Keyed> pairs(JsonNode in, JsonNode keys) {
    if (!in.isArray()) {
      throw Failure.of(in, "cannot be sorted, as it is not an array");
    }
    List<Keyed> pairs = new ArrayList<>(in.size());
    for (int i = 0; i < in.size(); i++) {
      pairs.add(new Keyed(keys.get(i), in.get(i)));
    }
    return pairs;
  }

  private static List<Keyed> sorted(List<Keyed> items, Run run) {
    Comparator<JsonNode> order = Order.sorting(run);
    items.sort((a, b) -> order.compare(a.key(), b.key()));
    return items;
  }

  private static JsonNode values(List<Keyed> items) {
    List<JsonNode> values = new ArrayList<>(items.size());
    items.forEach(item -> values.add(item.value()));
    return Json.array(values);
  }

  private static List<JsonNode> groups(List<Keyed> items, Run run) {
    List<JsonNode> groups = new ArrayList<>();
    List<Keyed> group = new ArrayList<>();
    for (Keyed item : sorted(items, run)) {
      if (!group.isEmpty() && !Order.equal(group.get(0).key(), item.key(), run)) {
        groups.add(values(group));
        group.clear();
      }
      group.add(item);
    }
    if (!group.isEmpty()) {
      groups.add(values(group));
    }
    return groups;
  }

  private static JsonNode unique(List<Keyed> items, Run run) {
    List<JsonNode> firsts = new ArrayList<>();
    groups(items, run).forEach(group -> firsts.add(group.get(0)));
    return Json.array(firsts);
  }

  private static JsonNode extreme(List<Keyed> items, boolean least, Run run) {
    if (items.isEmpty()) {
      return Json.NULL;
    }
    Keyed best = items.get(0);
    for (Keyed item : items.subList(1, items.size())) {
      boolean less = Order.compare(item.key(), best.key(), run) < 0;
      best = less == least ? item : best;
    }
    return best.value();
  }

  /** The position of a value in a sorted array, or minus one minus where it would be put. */
  private static JsonNode search(JsonNode in, JsonNode wanted, Run run) {
    if (!in.isArray()) {
      throw Failure.of(in, "cannot be searched from");
    }
    int low = 0;
    int high = in.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Order.compare(in.get(middle), wanted, run);
      if (order == 0) {
        return Numbers.of((long) middle);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Numbers.of(-1L - low);
  }
}
