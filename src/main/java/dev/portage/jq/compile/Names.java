package dev.portage.jq.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library;
import dev.portage.jq.eval.Argument;
import dev.portage.jq.eval.Bind;
import dev.portage.jq.eval.Call;
import dev.portage.jq.eval.Constant;
import dev.portage.jq.eval.Definition;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.Native;
import dev.portage.jq.eval.Variable;
import dev.portage.jq.parse.Advice;
import dev.portage.jq.parse.Ast;
import dev.portage.jq.parse.Source;
import dev.portage.jq.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Resolves names: variables, calls, definitions. */
final class Names {
  private final Compiler compiler;
  private final Source source;
  private final Map<String, JsonNode> globals;
  private final Prelude prelude;

  Names(Compiler compiler, Source source, Map<String, JsonNode> globals, Prelude prelude) {
    this.compiler = compiler;
    this.source = source;
    this.globals = globals;
    this.prelude = prelude;
  }

  Expr variable(Ast.Variable variable, Scope scope) {
    int hops = scope.hops(Scope.Kind.VARIABLE, variable.name());
    if (hops >= 0) {
      return new Variable(hops);
    }
    if (variable.name().equals("ENV")) {
      return new Native((run, in, a) -> run.environment(), List.of());
    }
    JsonNode global = globals.get(variable.name());
    if (global == null) {
      String advice = "define it in front: … as $" + variable.name() + " | …";
      throw source.error(variable.at(), "$" + variable.name() + " is not defined", advice);
    }
    return new Constant(global);
  }

  /** Compiles a definition; gives the scope of what may use it. */
  Scope define(Ast.Function function, Scope scope) {
    Definition definition = new Definition(scope.depth());
    Scope outside = scope.function(function.name(), function.parameters().size(), definition);
    Scope inside = outside;
    for (String parameter : function.parameters()) {
      inside = inside.argument(parameter.replace("$", ""));
    }
    definition.complete(body(function, 0, inside));
    return outside;
  }

  /** The body, within bindings of the parameters that take values. */
  private Expr body(Ast.Function function, int from, Scope scope) {
    int count = function.parameters().size();
    for (int i = from; i < count; i++) {
      String parameter = function.parameters().get(i);
      if (parameter.startsWith("$")) {
        String name = parameter.substring(1);
        Scope.Callee argument = scope.callee(name, 0);
        int hops = argument == null ? 0 : argument.hops();
        Expr rest = body(function, i + 1, scope.variable(name));
        return new Bind(new Argument(hops), Destructuring.plain(), rest);
      }
    }
    return compiler.expr(function.body(), scope);
  }

  Expr call(Ast.Call call, Scope scope) {
    Scope.Callee callee = scope.callee(call.name(), call.arguments().size());
    List<Expr> arguments = compiler.exprs(call.arguments(), scope);
    if (callee != null) {
      Definition definition = callee.definition();
      return definition == null
          ? new Argument(callee.hops())
          : new Call(definition, callee.hops(), arguments);
    }
    if (call.name().equals("builtins") && arguments.isEmpty()) {
      return new Constant(names(prelude.names()));
    }
    Expr function = Library.call(call.name(), arguments);
    if (function != null) {
      return function;
    }
    Definition defined = prelude.definition(call.name(), arguments.size());
    if (defined == null) {
      throw unknown(call, scope);
    }
    return new Call(defined, scope.depth(), arguments);
  }

  private RuntimeException unknown(Ast.Call call, Scope scope) {
    Set<String> known = new TreeSet<>(prelude.names());
    known.addAll(scope.callables());
    int arity = call.arguments().size();
    String what = call.name() + "/" + arity + " is not defined";
    return source.error(call.at(), what, Advice.forFunction(call.name(), arity, known));
  }

  private static JsonNode names(Set<String> all) {
    List<JsonNode> names = new ArrayList<>();
    all.stream().filter(name -> !name.startsWith("_")).forEach(name -> names.add(Json.text(name)));
    return Json.array(names);
  }
}
