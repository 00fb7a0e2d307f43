package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.eval.Constant;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.Iterate;
import dev.portage.jq.eval.Native;
import dev.portage.jq.eval.Pipe;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code test}, {@code match}, {@code capture}, {@code scan}, {@code split}, {@code sub}. */
final class Regexes {
  private static final int CELLS_PER_MATCH = 4;
  private static final Expr NO_FLAGS = new Constant(Json.NULL);

  private Regexes() {}

  static void register(Table table) {
    matching(table, "test", false, "", Regexes::test);
    matching(table, "match", true, "", Regexes::matches);
    matching(table, "capture", true, "", Regexes::captures);
    matching(table, "scan", true, "g", Regexes::scanned);
    matching(table, "splits", true, "g", Regexes::parts);
    table.special("split", 2, a -> new Native(body("g", Regexes::parts), a));
    table.special("sub", 2, a -> new Substitution(a.get(0), a.get(1), NO_FLAGS, ""));
    table.special("sub", 3, a -> new Substitution(a.get(0), a.get(1), a.get(2), ""));
    table.special("gsub", 2, a -> new Substitution(a.get(0), a.get(1), NO_FLAGS, "g"));
    table.special("gsub", 3, a -> new Substitution(a.get(0), a.get(1), a.get(2), "g"));
  }

  private interface Use {
    JsonNode apply(Regex regex, String text, Run run);
  }

  /** A function with and without flags; {@code many} of several outputs. */
  private static void matching(Table table, String name, boolean many, String added, Use use) {
    for (int arity = 1; arity <= 2; arity++) {
      table.special(
          name,
          arity,
          arguments -> {
            Expr function = new Native(body(added, use), arguments);
            return many ? Pipe.of(function, Iterate.ALL) : function;
          });
    }
  }

  private static Native.Body body(String added, Use use) {
    RegexMemory memory = new RegexMemory();
    return (run, in, a) -> {
      JsonNode regex = a[0];
      JsonNode flags = a.length > 1 ? a[1] : Json.NULL;
      if (a.length == 1 && regex.isArray() && !regex.isEmpty()) {
        flags = regex.size() > 1 ? regex.get(1) : Json.NULL;
        regex = regex.get(0);
      } else if (a.length == 1 && !Json.isText(regex)) {
        throw new Failure(Json.kind(regex) + " not a string or array");
      }
      return use.apply(memory.regex(in, regex, flags, added), in.textValue(), run);
    };
  }

  private static JsonNode test(Regex regex, String text, Run run) {
    return Json.bool(regex.test(text, run));
  }

  private static JsonNode matches(Regex regex, String text, Run run) {
    List<JsonNode> found = new ArrayList<>();
    CodePoints counter = new CodePoints(text);
    regex.each(text, run, match -> add(found, regex.toJson(match, counter), run));
    return Json.array(found);
  }

  private static JsonNode captures(Regex regex, String text, Run run) {
    List<JsonNode> found = new ArrayList<>();
    regex.each(text, run, match -> add(found, regex.captures(match), run));
    return Json.array(found);
  }

  private static JsonNode scanned(Regex regex, String text, Run run) {
    List<JsonNode> found = new ArrayList<>();
    regex.each(text, run, match -> add(found, Regex.scanned(match), run));
    return Json.array(found);
  }

  private static boolean add(List<JsonNode> found, JsonNode value, Run run) {
    found.add(value);
    run.checkSize(found.size());
    run.addCells(CELLS_PER_MATCH);
    return true;
  }

  private static JsonNode parts(Regex regex, String text, Run run) {
    List<JsonNode> found = new ArrayList<>();
    int[] from = new int[1];
    regex.each(
        text,
        run,
        match -> {
          String part = text.substring(from[0], match.start());
          from[0] = match.end();
          return add(found, Json.text(part), run);
        });
    found.add(Json.text(text.substring(from[0])));
    return Json.array(found);
  }

  /** The expression compiled last at one place of a program: mostly it is the only one. */
  static final class RegexMemory {
    private record Entry(String regex, String flags, Regex compiled) {}

    private volatile @Nullable Entry last;

    Regex regex(JsonNode in, JsonNode regex, JsonNode flags, String added) {
      if (!Json.isText(in)) {
        throw Failure.of(in, "cannot be matched, as it is not a string");
      }
      if (!Json.isText(regex)) {
        throw Failure.of(regex, "cannot be matched, as it is not a string");
      }
      if (!Json.isText(flags) && !flags.isNull()) {
        throw Failure.of(flags, "is not a string");
      }
      String all = (flags.isNull() ? "" : flags.textValue()) + added;
      Entry entry = last;
      if (entry == null || !entry.regex.equals(regex.textValue()) || !entry.flags.equals(all)) {
        entry = new Entry(regex.textValue(), all, Regex.of(regex.textValue(), all));
        last = entry;
      }
      return entry.compiled;
    }
  }
}
