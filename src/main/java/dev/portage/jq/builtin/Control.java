package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.eval.Any;
import dev.portage.jq.eval.Collect;
import dev.portage.jq.eval.Constant;
import dev.portage.jq.eval.Deletion;
import dev.portage.jq.eval.Edits;
import dev.portage.jq.eval.Empty;
import dev.portage.jq.eval.ErrorOf;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.First;
import dev.portage.jq.eval.GetPath;
import dev.portage.jq.eval.Identity;
import dev.portage.jq.eval.Index;
import dev.portage.jq.eval.Iterate;
import dev.portage.jq.eval.Last;
import dev.portage.jq.eval.Limit;
import dev.portage.jq.eval.Native;
import dev.portage.jq.eval.PathsOf;
import dev.portage.jq.eval.Pipe;
import dev.portage.jq.eval.Recurse;
import dev.portage.jq.eval.Select;
import dev.portage.jq.eval.Steps;
import dev.portage.jq.eval.Update;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.util.List;
import java.util.function.Predicate;

/** Which values flow where: selection, iteration, limits, paths, errors. */
final class Control {
  private static final Expr ZERO = number(0);
  private static final Expr ONE = number(1);

  private Control() {}

  static void register(Table table) {
    errors(table);
    loops(table);
    counts(table);
    decisions(table);
    paths(table);
    kinds(table);
    surroundings(table);
  }

  private static Expr number(long value) {
    return new Constant(Numbers.of(value));
  }

  private static void errors(Table table) {
    table.special("empty", 0, a -> Empty.NOTHING);
    table.special("error", 0, a -> new ErrorOf(Identity.SELF));
    table.special("error", 1, a -> new ErrorOf(a.get(0)));
    table.special("halt", 0, a -> refused("halt: an expression cannot end the program"));
    table.special("halt_error", 0, a -> refused("halt_error: use error"));
    table.special("halt_error", 1, a -> refused("halt_error: use error"));
    table.special("input", 0, a -> refused("input: an expression has one input, which is ."));
    table.special("inputs", 0, a -> refused("inputs: an expression has one input, which is ."));
  }

  private static Expr refused(String message) {
    return new ErrorOf(new Constant(Json.text(message)));
  }

  private static void loops(Table table) {
    table.special("recurse", 0, a -> Recurse.ALL);
    table.special("recurse", 1, a -> new Recurse(a.get(0)));
    table.special("recurse", 2, a -> new Recurse(Pipe.of(a.get(0), new Select(a.get(1)))));
    table.special("range", 1, a -> new Steps(ZERO, a.get(0), ONE));
    table.special("range", 2, a -> new Steps(a.get(0), a.get(1), ONE));
    table.special("range", 3, a -> new Steps(a.get(0), a.get(1), a.get(2)));
    table.special("while", 2, a -> new Steps.While(a.get(0), a.get(1)));
    table.special("until", 2, a -> new Steps.Until(a.get(0), a.get(1)));
    table.special("repeat", 1, a -> new Steps.Repeat(a.get(0)));
    table.special("map", 1, a -> new Collect(Pipe.of(Iterate.ALL, a.get(0))));
    table.special("map_values", 1, a -> new Update(Iterate.ALL, a.get(0)));
  }

  private static void counts(Table table) {
    table.special("first", 0, a -> new Index(Identity.SELF, ZERO));
    table.special("last", 0, a -> new Index(Identity.SELF, number(-1)));
    table.special("nth", 1, a -> new Index(Identity.SELF, a.get(0)));
    table.special("first", 1, a -> new First(a.get(0)));
    table.special("last", 1, a -> new Last(a.get(0)));
    table.special("nth", 2, a -> new Limit(Limit.Kind.NTH, a.get(0), a.get(1)));
    table.special("limit", 2, a -> new Limit(Limit.Kind.LIMIT, a.get(0), a.get(1)));
    table.special("skip", 2, a -> new Limit(Limit.Kind.SKIP, a.get(0), a.get(1)));
  }

  private static void decisions(Table table) {
    table.simple("not", in -> Json.bool(!Json.truthy(in)));
    table.special("select", 1, a -> new Select(a.get(0)));
    table.special("any", 0, a -> new Any(Iterate.ALL, true));
    table.special("all", 0, a -> new Any(Iterate.ALL, false));
    table.special("any", 1, a -> new Any(Pipe.of(Iterate.ALL, a.get(0)), true));
    table.special("all", 1, a -> new Any(Pipe.of(Iterate.ALL, a.get(0)), false));
    table.special("any", 2, a -> new Any(Pipe.of(a.get(0), a.get(1)), true));
    table.special("all", 2, a -> new Any(Pipe.of(a.get(0), a.get(1)), false));
    Expr no = new Constant(Json.FALSE);
    table.special("isempty", 1, a -> new Any(Pipe.of(a.get(0), no), false));
  }

  private static void paths(Table table) {
    table.special("path", 1, a -> new PathsOf(a.get(0)));
    table.special("getpath", 1, a -> new GetPath(a.get(0)));
    table.natively("setpath", 2, (run, in, a) -> new Edits(run).set(in, Edits.keys(a[0]), a[1]));
    Native.Body delete = (run, in, a) -> new Deletion(run).delete(in, a[0]);
    table.natively("delpaths", 1, delete);
    table.special("del", 1, a -> new Native(delete, List.of(new Collect(new PathsOf(a.get(0))))));
  }

  private static void kinds(Table table) {
    kind(table, "arrays", JsonNode::isArray);
    kind(table, "objects", JsonNode::isObject);
    kind(table, "iterables", JsonNode::isContainerNode);
    kind(table, "scalars", node -> !node.isContainerNode());
    kind(table, "booleans", JsonNode::isBoolean);
    kind(table, "numbers", JsonNode::isNumber);
    kind(table, "strings", Json::isText);
    kind(table, "nulls", JsonNode::isNull);
    kind(table, "values", node -> !node.isNull());
    table.simple("type", in -> Json.text(Json.kind(in)));
  }

  private static void kind(Table table, String name, Predicate<JsonNode> test) {
    Native.Body body = (run, in, a) -> Json.bool(test.test(in));
    table.special(name, 0, a -> new Select(new Native(body, List.of())));
  }

  private static void surroundings(Table table) {
    table.natively("env", 0, (run, in, a) -> run.environment());
    table.simple("debug", in -> in);
    table.simple("stderr", in -> in);
    table.simple("input_filename", in -> Json.NULL);
    table.simple("input_line_number", in -> Numbers.of(0L));
    table.simple("have_literal_numbers", in -> Json.TRUE);
    table.simple("have_decnum", in -> Json.TRUE);
    table.simple(
        "get_search_list",
        in -> {
          throw new Failure("get_search_list: modules are not supported");
        });
  }
}
