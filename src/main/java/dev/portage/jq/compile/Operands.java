package dev.portage.jq.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Formats;
import dev.portage.jq.eval.Alternative;
import dev.portage.jq.eval.Arithmetic;
import dev.portage.jq.eval.Assign;
import dev.portage.jq.eval.Binary;
import dev.portage.jq.eval.Collect;
import dev.portage.jq.eval.Constant;
import dev.portage.jq.eval.Construct;
import dev.portage.jq.eval.Empty;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.Field;
import dev.portage.jq.eval.Index;
import dev.portage.jq.eval.Iterate;
import dev.portage.jq.eval.Logic;
import dev.portage.jq.eval.Native;
import dev.portage.jq.eval.Pipe;
import dev.portage.jq.eval.Run;
import dev.portage.jq.eval.Template;
import dev.portage.jq.eval.Try;
import dev.portage.jq.eval.Update;
import dev.portage.jq.parse.Ast;
import dev.portage.jq.parse.Source;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import dev.portage.jq.value.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles accesses, operators, objects, arrays and texts. */
final class Operands {
  private final Compiler compiler;
  private final Source source;

  Operands(Compiler compiler, Source source) {
    this.compiler = compiler;
    this.source = source;
  }

  Expr index(Ast.Index index, Scope scope, boolean lenient) {
    Expr term = compiler.expr(index.term(), scope);
    Expr key = compiler.expr(index.key(), scope);
    boolean field = key instanceof Constant constant && Json.isText(constant.value());
    if (field && term.isSingle() && !lenient) {
      return new Field(term, ((Constant) key).value().textValue());
    }
    return new Index(term, key, lenient);
  }

  /** An access that gives nothing where it would fail. */
  Expr lenient(Ast access, Scope scope) {
    if (access instanceof Ast.Index index) {
      return index(index, scope, true);
    }
    if (access instanceof Ast.Slice slice) {
      return slice(slice, scope, true);
    }
    Expr term = compiler.expr(((Ast.Iterate) access).term(), scope);
    return Pipe.of(term, new Try(Iterate.ALL, Empty.NOTHING));
  }

  Expr slice(Ast.Slice slice, Scope scope, boolean lenient) {
    Expr none = new Constant(Json.NULL);
    Expr from = compiler.optional(slice.from(), none, scope);
    Expr to = compiler.optional(slice.to(), none, scope);
    Expr key = new Native((run, in, a) -> Range.key(a[1], a[0]), List.of(to, from));
    return new Index(compiler.expr(slice.term(), scope), key, lenient);
  }

  Expr binary(Ast.Binary binary, Scope scope) {
    Expr left = compiler.expr(binary.left(), scope);
    Expr right = compiler.expr(binary.right(), scope);
    return switch (binary.operator()) {
      case "//" -> new Alternative(left, right);
      case "and" -> new Logic(left, right, false);
      case "or" -> new Logic(left, right, true);
      default -> new Binary(Arithmetic.operator(binary.operator()), left, right);
    };
  }

  Expr assign(Ast.Assign assign, Scope scope) {
    Expr target = compiler.expr(assign.target(), scope);
    Expr value = compiler.expr(assign.value(), scope);
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

  Expr collect(@Nullable Ast body, Scope scope) {
    return body == null ? new Constant(Json.EMPTY_ARRAY) : new Collect(compiler.expr(body, scope));
  }

  Expr construct(Ast.Construct construct, Scope scope) {
    if (construct.entries().isEmpty()) {
      return new Constant(Json.EMPTY_OBJECT);
    }
    List<Construct.Entry> entries = new ArrayList<>();
    for (Ast.Entry entry : construct.entries()) {
      Ast value = entry.value();
      entries.add(
          new Construct.Entry(
              compiler.expr(entry.key(), scope),
              value == null ? null : compiler.expr(value, scope)));
    }
    return new Construct(entries);
  }

  Expr template(Ast.Template template, Scope scope) {
    List<Expr> parts = new ArrayList<>();
    for (Ast part : template.parts()) {
      parts.add(
          part instanceof Ast.Written written
              ? new Template.Piece(Json.text(written.text()))
              : compiler.expr(part, scope));
    }
    if (!Formats.exists(template.format())) {
      throw source.error(0, "@" + template.format() + " is not a valid format", "");
    }
    return new Template(parts, Formats.named(template.format()));
  }

  Expr format(Ast.Format format) {
    if (!Formats.exists(format.name())) {
      String known = "formats: @" + String.join(", @", new TreeSet<>(Formats.names()));
      throw source.error(format.at(), "@" + format.name() + " is not a valid format", known);
    }
    var function = Formats.named(format.name());
    return new Native((run, in, a) -> Json.text(function.apply(in)), List.of());
  }

  Expr negate(Ast.Negate negate, Scope scope) {
    return new Native(Operands::negated, List.of(compiler.expr(negate.term(), scope)));
  }

  private static JsonNode negated(Run run, JsonNode in, JsonNode[] arguments) {
    if (!arguments[0].isNumber()) {
      throw Failure.of(arguments[0], "cannot be negated");
    }
    return Numbers.negate(arguments[0]);
  }
}
