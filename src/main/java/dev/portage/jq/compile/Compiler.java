package dev.portage.jq.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.eval.Bind;
import dev.portage.jq.eval.BreakTo;
import dev.portage.jq.eval.Comma;
import dev.portage.jq.eval.Condition;
import dev.portage.jq.eval.Constant;
import dev.portage.jq.eval.Empty;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.Foreach;
import dev.portage.jq.eval.Identity;
import dev.portage.jq.eval.Iterate;
import dev.portage.jq.eval.Label;
import dev.portage.jq.eval.Pipe;
import dev.portage.jq.eval.Recurse;
import dev.portage.jq.eval.Reduce;
import dev.portage.jq.eval.Try;
import dev.portage.jq.parse.Ast;
import dev.portage.jq.parse.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns syntax trees into closures. Names are resolved here; at run time there are none. */
public final class Compiler {
  private final Source source;
  private final Names names;
  private final Operands operands;

  Compiler(Source source, Map<String, JsonNode> globals, Prelude prelude) {
    this.source = source;
    this.names = new Names(this, source, globals, prelude);
    this.operands = new Operands(this, source);
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

  /** Compiles a definition; gives the scope of what may use it. */
  Scope define(Ast.Function function, Scope scope) {
    return names.define(function, scope);
  }

  Expr expr(Ast ast, Scope scope) {
    if (ast instanceof Ast.Identity) {
      return Identity.SELF;
    } else if (ast instanceof Ast.Constant constant) {
      return new Constant(constant.value());
    } else if (ast instanceof Ast.Index index) {
      return operands.index(index, scope, false);
    } else if (ast instanceof Ast.Pipe pipe) {
      return pipe(pipe.stages(), scope);
    } else if (ast instanceof Ast.Call call) {
      return names.call(call, scope);
    } else if (ast instanceof Ast.Binary binary) {
      return operands.binary(binary, scope);
    } else if (ast instanceof Ast.Variable variable) {
      return names.variable(variable, scope);
    }
    return structure(ast, scope);
  }

  private Expr structure(Ast ast, Scope scope) {
    if (ast instanceof Ast.Collect collect) {
      return operands.collect(collect.body(), scope);
    } else if (ast instanceof Ast.Construct construct) {
      return operands.construct(construct, scope);
    } else if (ast instanceof Ast.Template template) {
      return operands.template(template, scope);
    } else if (ast instanceof Ast.Format format) {
      return operands.format(format);
    } else if (ast instanceof Ast.Iterate iterate) {
      return Pipe.of(expr(iterate.term(), scope), Iterate.ALL);
    } else if (ast instanceof Ast.Slice slice) {
      return operands.slice(slice, scope, false);
    } else if (ast instanceof Ast.Lenient lenient) {
      return operands.lenient(lenient.access(), scope);
    } else if (ast instanceof Ast.Comma comma) {
      return new Comma(exprs(comma.parts(), scope));
    } else if (ast instanceof Ast.Negate negate) {
      return operands.negate(negate, scope);
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
      return operands.assign(assign, scope);
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
      return expr(define.rest(), names.define(define.function(), scope));
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

  Expr optional(@Nullable Ast ast, Expr absent, Scope scope) {
    return ast == null ? absent : expr(ast, scope);
  }

  List<Expr> exprs(List<Ast> asts, Scope scope) {
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
}
