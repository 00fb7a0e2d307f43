package dev.portage.jq.parse;

import dev.portage.jq.parse.Ast.Assign;
import dev.portage.jq.parse.Ast.Binary;
import dev.portage.jq.parse.Ast.Bind;
import dev.portage.jq.parse.Ast.Comma;
import dev.portage.jq.parse.Ast.Constant;
import dev.portage.jq.parse.Ast.Define;
import dev.portage.jq.parse.Ast.Function;
import dev.portage.jq.parse.Ast.Identity;
import dev.portage.jq.parse.Ast.Label;
import dev.portage.jq.parse.Ast.Negate;
import dev.portage.jq.parse.Ast.Pattern;
import dev.portage.jq.parse.Ast.Pipe;
import dev.portage.jq.parse.Token.Kind;
import dev.portage.jq.value.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Pipes, commas, definitions, bindings and operators; terms are {@link Terms}' part. */
public final class Parser {
  private static final int UNARY = 7;
  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("//", 1),
          Map.entry("=", 2),
          Map.entry("|=", 2),
          Map.entry("+=", 2),
          Map.entry("-=", 2),
          Map.entry("*=", 2),
          Map.entry("/=", 2),
          Map.entry("%=", 2),
          Map.entry("//=", 2),
          Map.entry("or", 3),
          Map.entry("and", 4),
          Map.entry("==", 5),
          Map.entry("!=", 5),
          Map.entry("<", 5),
          Map.entry("<=", 5),
          Map.entry(">", 5),
          Map.entry(">=", 5),
          Map.entry("+", 6),
          Map.entry("-", 6),
          Map.entry("*", 7),
          Map.entry("/", 7),
          Map.entry("%", 7));
  private static final int MAX_NEGATIONS = 1_000;
  private static final Set<Integer> UNCHAINED = Set.of(2, 5);

  private final Words words;
  private final Terms terms;
  private boolean commas = true;
  private int negations;

  private Parser(Source source) {
    this.words = new Words(source);
    this.terms = new Terms(words, this);
  }

  /**
   * Parses a program; an empty one is {@code .}, and so is one of definitions only.
   *
   * @throws dev.portage.jq.JqSyntaxException when the text is no program
   */
  public static Ast parse(Source source) {
    Parser parser = new Parser(source);
    parser.refuseModules();
    Ast program = parser.query(true);
    if (!parser.words.is(Kind.END)) {
      throw parser.words.unexpected("an operator or the end of the program");
    }
    return program;
  }

  private void refuseModules() {
    if (words.is("import") || words.is("include") || words.is("module")) {
      String advice = "put the definitions (def …;) in front of the expression instead";
      throw words.source.error(words.token().at(), "modules are not supported", advice);
    }
  }

  /** Anything, as it may stand between brackets. */
  Ast query() {
    boolean outer = commas;
    commas = true;
    Ast result = query(false);
    commas = outer;
    return result;
  }

  /** The value of an object's entry: anything without a comma. */
  Ast entryValue() {
    boolean outer = commas;
    commas = false;
    Ast result = query(false);
    commas = outer;
    return result;
  }

  private Ast query(boolean mayEnd) {
    List<Ast> stages = new ArrayList<>();
    do {
      // Only a program that is empty, or holds definitions only, may end here.
      stages.add(comma(mayEnd && stages.isEmpty()));
    } while (words.accept("|"));
    return stages.size() == 1 ? stages.get(0) : new Pipe(stages);
  }

  private Ast comma(boolean mayEnd) {
    List<Ast> parts = new ArrayList<>();
    do {
      parts.add(binding(mayEnd && parts.isEmpty()));
    } while (commas && words.accept(","));
    return parts.size() == 1 ? parts.get(0) : new Comma(parts);
  }

  /**
   * A definition, a label or an expression, perhaps bound to variables; these reach to the right.
   */
  private Ast binding(boolean mayEnd) {
    if (words.is("def")) {
      Function function = function();
      return new Define(function, query(mayEnd));
    }
    if (words.accept("label")) {
      String name = words.take(Kind.VARIABLE, "a $name after label").text();
      words.expect("|");
      return new Label(name, query(false));
    }
    if (mayEnd && words.is(Kind.END)) {
      return new Identity();
    }
    Ast source = expression(0);
    if (!words.accept("as")) {
      return source;
    }
    List<Pattern> patterns = terms.patterns();
    words.expect("|");
    return new Bind(source, patterns, query(false));
  }

  private Function function() {
    words.open();
    String name = words.take(Kind.NAME, "the name of a function").text();
    List<String> parameters = new ArrayList<>();
    if (words.accept("(")) {
      do {
        boolean value = words.is(Kind.VARIABLE);
        String parameter =
            value ? words.take().text() : words.take(Kind.NAME, "a parameter").text();
        parameters.add(value ? "$" + parameter : parameter);
      } while (words.accept(";"));
      words.expect(")");
    }
    words.expect(":");
    Ast body = query();
    words.close(";");
    return new Function(name, parameters, body);
  }

  /** Operators that bind at least as tightly as {@code least}. */
  Ast expression(int least) {
    Ast left = words.is("-") ? negated() : terms.postfix();
    int unchained = -1;
    while (true) {
      String operator = words.token().text();
      Integer precedence = PRECEDENCE.get(operator);
      if (precedence == null || precedence < least || words.is(Kind.QUOTE)) {
        return left;
      }
      if (precedence == unchained) {
        throw words.unexpected("parentheses around one of two comparisons or assignments");
      }
      words.take();
      Ast right = expression(operator.equals("//") ? 1 : precedence + 1);
      left = combine(operator, left, right);
      unchained = UNCHAINED.contains(precedence) ? precedence : -1;
    }
  }

  private static Ast combine(String operator, Ast left, Ast right) {
    return Objects.equals(PRECEDENCE.get(operator), 2)
        ? new Assign(operator, left, right)
        : new Binary(operator, left, right);
  }

  private Ast negated() {
    if (++negations > MAX_NEGATIONS) {
      throw words.unexpected("fewer minus signs");
    }
    words.take();
    Ast term = expression(UNARY);
    negations--;
    if (term instanceof Constant constant && constant.value().isNumber()) {
      return new Constant(Numbers.negate(constant.value()));
    }
    return new Negate(term);
  }
}
