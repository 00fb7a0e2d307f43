package dev.portage.jq.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Formats;
import dev.portage.jq.builtin.Library;
import dev.portage.jq.eval.Alternative;
import dev.portage.jq.eval.Argument;
import dev.portage.jq.eval.Arithmetic;
import dev.portage.jq.eval.Assign;
import dev.portage.jq.eval.Binary;
import dev.portage.jq.eval.Bind;
import dev.portage.jq.eval.BreakTo;
import dev.portage.jq.eval.Call;
import dev.portage.jq.eval.Collect;
import dev.portage.jq.eval.Comma;
import dev.portage.jq.eval.Condition;
import dev.portage.jq.eval.Constant;
import dev.portage.jq.eval.Construct;
import dev.portage.jq.eval.Definition;
import dev.portage.jq.eval.Empty;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.Field;
import dev.portage.jq.eval.Foreach;
import dev.portage.jq.eval.Identity;
import dev.portage.jq.eval.Index;
import dev.portage.jq.eval.Iterate;
import dev.portage.jq.eval.Label;
import dev.portage.jq.eval.Logic;
import dev.portage.jq.eval.Native;
import dev.portage.jq.eval.Pipe;
import dev.portage.jq.eval.Recurse;
import dev.portage.jq.eval.Reduce;
import dev.portage.jq.eval.Template;
import dev.portage.jq.eval.Try;
import dev.portage.jq.eval.Update;
import dev.portage.jq.eval.Variable;
import dev.portage.jq.parse.Advice;
import dev.portage.jq.parse.Ast;
import dev.portage.jq.parse.Source;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import dev.portage.jq.value.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns syntax trees into closures. Names are resolved here; at run time there are none. */
public final class Compiler {
  private final Source source;
  private final Map<String, JsonNode> globals;
  private final Prelude prelude;

  Compiler(Source source, Map<String, JsonNode> globals, Prelude prelude) {
    this.source = source;
    this.globals = globals;
    this.prelude = prelude;
  }

  /**
   * Compiles a program.
   *
   * @param globals variables that the program may use
   * @throws dev.portage.jq.JqSyntaxException for names that do not exist
   */
  public static Expr compile(Source source, Ast program, Map<String, JsonNode> globals) {
    return new Compiler(source, globals, Prelude.get()).expr(program, Scope.EMPTY);
  }

  Expr expr(Ast ast, Scope scope) {
    if (ast instanceof Ast.Identity) {
      return Identity.SELF;
    } else if (ast instanceof Ast.Constant constant) {
      return new Constant(constant.value());
    } else if (ast instanceof Ast.Index index) {
      return index(index, scope, false);
    } else if (ast instanceof Ast.Pipe pipe) {
      return pipe(pipe.stages(), scope);
    } else if (ast instanceof Ast.Call call) {
      return call(call, scope);
    } else if (ast instanceof Ast.Binary binary) {
      return binary(binary, scope);
    } else if (ast instanceof Ast.Variable variable) {
      return variable(variable, scope);
    }
    return structure(ast, scope);
  }

  private Expr structure(Ast ast, Scope scope) {
    if (ast instanceof Ast.Collect collect) {
      return collect(collect.body(), scope);
    } else if (ast instanceof Ast.Construct construct) {
      return construct(construct, scope);
    } else if (ast instanceof Ast.Template template) {
      return template(template, scope);
    } else if (ast instanceof Ast.Format format) {
      return format(format);
    } else if (ast instanceof Ast.Iterate iterate) {
      return Pipe.of(expr(iterate.term(), scope), Iterate.ALL);
    } else if (ast instanceof Ast.Slice slice) {
      return slice(slice, scope, false);
    } else if (ast instanceof Ast.Lenient lenient) {
      return lenient(lenient.access(), scope);
    } else if (ast instanceof Ast.Comma comma) {
      return new Comma(exprs(comma.parts(), scope));
    } else if (ast instanceof Ast.Negate negate) {
      return new Native(Compiler::negated, List.of(expr(negate.term(), scope)));
    } else if (ast instanceof Ast.Descend) {
      return Recurse.ALL;
    }
    return control(ast, scope);
  }

  private Expr control(Ast ast, Scope scope) {
    if (ast instanceof Ast.If condition) {
      return new Condition(
          expr(condition.condition(), scope),
          expr(condition.then(), scope),
          optional(condition.otherwise(), Identity.SELF, scope));
    } else if (ast instanceof Ast.Try attempt) {
      Expr recovery = optional(attempt.recovery(), Empty.NOTHING, scope);
      return new Try(expr(attempt.body(), scope), recovery);
    } else if (ast instanceof Ast.Assign assign) {
      return assign(assign, scope);
    } else if (ast instanceof Ast.Bind bind) {
      Destructuring names = new Destructuring(this, bind.patterns());
      Expr body = expr(bind.body(), names.scope(scope));
      return new Bind(expr(bind.source(), scope), names.patterns(scope), body);
    } else if (ast instanceof Ast.Reduce reduce) {
      Destructuring names = new Destructuring(this, reduce.patterns());
      return new Reduce(
          expr(reduce.source(), scope),
          names.patterns(scope),
          expr(reduce.init(), scope),
          expr(reduce.update(), names.scope(scope)));
    } else if (ast instanceof Ast.Foreach foreach) {
      return foreach(foreach, scope);
    } else if (ast instanceof Ast.Define define) {
      return expr(define.rest(), define(define.function(), scope));
    } else if (ast instanceof Ast.Label label) {
      return new Label(expr(label.body(), scope.label(label.name())));
    } else if (ast instanceof Ast.Break leave) {
      int hops = scope.hops(Scope.Kind.LABEL, leave.name());
      if (hops < 0) {
        throw source.error(leave.at(), "there is no label $" + leave.name() + " here", "");
      }
      return new BreakTo(hops);
    }
    throw new IllegalStateException("no such expression: " + ast.getClass());
  }

  private Expr foreach(Ast.Foreach foreach, Scope scope) {
    Destructuring names = new Destructuring(this, foreach.patterns());
    Scope inner = names.scope(scope);
    return new Foreach(
        expr(foreach.source(), scope),
        names.patterns(scope),
        expr(foreach.init(), scope),
        expr(foreach.update(), inner),
        optional(foreach.extract(), Identity.SELF, inner));
  }

  private Expr optional(@Nullable Ast ast, Expr absent, Scope scope) {
    return ast == null ? absent : expr(ast, scope);
  }

  private List<Expr> exprs(List<Ast> asts, Scope scope) {
    List<Expr> exprs = new ArrayList<>(asts.size());
    asts.forEach(ast -> exprs.add(expr(ast, scope)));
    return exprs;
  }

  private Expr pipe(List<Ast> stages, Scope scope) {
    List<Expr> compiled = exprs(stages, scope);
    Expr result = compiled.get(compiled.size() - 1);
    for (int i = compiled.size() - 2; i >= 0; i--) {
      result = Pipe.of(compiled.get(i), result);
    }
    return result;
  }

  private Expr index(Ast.Index index, Scope scope, boolean lenient) {
    Expr term = expr(index.term(), scope);
    Expr key = expr(index.key(), scope);
    boolean field = key instanceof Constant constant && Json.isText(constant.value());
    if (field && term.isSingle() && !lenient) {
      return new Field(term, ((Constant) key).value().textValue());
    }
    return new Index(term, key, lenient);
  }

  /** An access that gives nothing where it would fail. */
  private Expr lenient(Ast access, Scope scope) {
    if (access instanceof Ast.Index index) {
      return index(index, scope, true);
    }
    if (access instanceof Ast.Slice slice) {
      return slice(slice, scope, true);
    }
    Expr term = expr(((Ast.Iterate) access).term(), scope);
    return Pipe.of(term, new Try(Iterate.ALL, Empty.NOTHING));
  }

  private Expr slice(Ast.Slice slice, Scope scope, boolean lenient) {
    Expr none = new Constant(Json.NULL);
    Expr from = optional(slice.from(), none, scope);
    Expr to = optional(slice.to(), none, scope);
    Expr key = new Native((run, in, a) -> Range.key(a[1], a[0]), List.of(to, from));
    return new Index(expr(slice.term(), scope), key, lenient);
  }

  private Expr binary(Ast.Binary binary, Scope scope) {
    Expr left = expr(binary.left(), scope);
    Expr right = expr(binary.right(), scope);
    return switch (binary.operator()) {
      case "//" -> new Alternative(left, right);
      case "and" -> new Logic(left, right, false);
      case "or" -> new Logic(left, right, true);
      default -> new Binary(Arithmetic.operator(binary.operator()), left, right);
    };
  }

  private Expr assign(Ast.Assign assign, Scope scope) {
    Expr target = expr(assign.target(), scope);
    Expr value = expr(assign.value(), scope);
    String operator = assign.operator();
    return switch (operator) {
      case "|=" -> new Update(target, value);
      case "=" -> new Assign(target, value, Assign::replace);
      case "//=" -> new Assign(target, value, Assign::complete);
      default ->
          new Assign(
              target, value, Arithmetic.operator(operator.substring(0, operator.length() - 1)));
    };
  }

  private Expr collect(@Nullable Ast body, Scope scope) {
    return body == null ? new Constant(Json.EMPTY_ARRAY) : new Collect(expr(body, scope));
  }

  private Expr construct(Ast.Construct construct, Scope scope) {
    if (construct.entries().isEmpty()) {
      return new Constant(Json.EMPTY_OBJECT);
    }
    List<Construct.Entry> entries = new ArrayList<>();
    for (Ast.Entry entry : construct.entries()) {
      Ast value = entry.value();
      entries.add(
          new Construct.Entry(expr(entry.key(), scope), value == null ? null : expr(value, scope)));
    }
    return new Construct(entries);
  }

  private Expr template(Ast.Template template, Scope scope) {
    List<Expr> parts = new ArrayList<>();
    for (Ast part : template.parts()) {
      parts.add(
          part instanceof Ast.Written written
              ? new Template.Piece(Json.text(written.text()))
              : expr(part, scope));
    }
    if (!Formats.exists(template.format())) {
      throw source.error(0, "@" + template.format() + " is not a valid format", "");
    }
    return new Template(parts, Formats.named(template.format()));
  }

  private Expr format(Ast.Format format) {
    if (!Formats.exists(format.name())) {
      String known = "formats: @" + String.join(", @", new TreeSet<>(Formats.names()));
      throw source.error(format.at(), "@" + format.name() + " is not a valid format", known);
    }
    var function = Formats.named(format.name());
    return new Native((run, in, a) -> Json.text(function.apply(in)), List.of());
  }

  private Expr variable(Ast.Variable variable, Scope scope) {
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
    return expr(function.body(), scope);
  }

  private Expr call(Ast.Call call, Scope scope) {
    Scope.Callee callee = scope.callee(call.name(), call.arguments().size());
    List<Expr> arguments = exprs(call.arguments(), scope);
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

  private static JsonNode negated(dev.portage.jq.eval.Run run, JsonNode in, JsonNode[] arguments) {
    if (!arguments[0].isNumber()) {
      throw Failure.of(arguments[0], "cannot be negated");
    }
    return Numbers.negate(arguments[0]);
  }
}
