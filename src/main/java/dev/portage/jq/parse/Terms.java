package dev.portage.jq.parse;

import dev.portage.jq.parse.Ast.Call;
import dev.portage.jq.parse.Ast.Collect;
import dev.portage.jq.parse.Ast.Constant;
import dev.portage.jq.parse.Ast.Identity;
import dev.portage.jq.parse.Ast.Index;
import dev.portage.jq.parse.Ast.Iterate;
import dev.portage.jq.parse.Ast.Pattern;
import dev.portage.jq.parse.Ast.Slice;
import dev.portage.jq.parse.Ast.Try;
import dev.portage.jq.parse.Ast.Variable;
import dev.portage.jq.parse.Token.Kind;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terms and what may follow them: fields, indices, slices, {@code ?}. */
final class Terms {
  private final Words words;
  private final Parser parser;
  private final Shapes shapes;
  private final Constructs constructs;
  private final Quotes quotes;

  Terms(Words words, Parser parser) {
    this.words = words;
    this.parser = parser;
    this.shapes = new Shapes(words, parser, this);
    this.quotes = new Quotes(words, parser);
    this.constructs = new Constructs(words, parser, this);
  }

  List<Pattern> patterns() {
    return shapes.patterns();
  }

  /** A term with all its suffixes. */
  Ast postfix() {
    Ast term = term();
    while (true) {
      if (words.is(Kind.FIELD)) {
        term = lenient(new Index(term, text(words.take().text())));
      } else if (words.is("[")) {
        term = lenient(bracket(term));
      } else if (words.accept(".")) {
        term = lenient(afterDot(term));
      } else if (words.accept("?")) {
        term = new Try(term, null);
      } else if (words.accept("?//")) {
        boolean access = term instanceof Index || term instanceof Slice || term instanceof Iterate;
        return alternative(access ? new Ast.Lenient(term) : new Try(term, null));
      } else {
        return term;
      }
    }
  }

  private Ast lenient(Ast access) {
    return words.accept("?") ? new Ast.Lenient(access) : access;
  }

  /** {@code .a?//"x"} without a blank before the slashes. */
  private Ast alternative(Ast tried) {
    return new Ast.Binary("//", tried, parser.expression(1));
  }

  private Ast afterDot(Ast term) {
    if (words.is(Kind.QUOTE) || words.is(Kind.FORMAT)) {
      return new Index(term, quotes.string());
    }
    if (words.is("[")) {
      return bracket(term);
    }
    throw words.unexpected("a field name or [ after the dot");
  }

  /** {@code [e]}, {@code []}, {@code [e:e]}. */
  private Ast bracket(Ast term) {
    words.open();
    if (words.is("]")) {
      words.close("]");
      return new Iterate(term);
    }
    Ast from = words.is(":") ? null : parser.query();
    if (from != null && words.is("]")) {
      words.close("]");
      return new Index(term, from);
    }
    words.expect(":");
    Ast to = from != null && words.is("]") ? null : parser.query();
    words.close("]");
    return new Slice(term, from, to);
  }

  private Ast term() {
    Token token = words.token();
    return switch (token.kind()) {
      case NUMBER -> new Constant(Numbers.literal(words.take().text()));
      case QUOTE -> quotes.string();
      case FORMAT -> quotes.format();
      case FIELD -> new Index(new Identity(), text(words.take().text()));
      case VARIABLE -> variable();
      case NAME -> call();
      case KEYWORD -> keyword();
      case SYMBOL -> symbol();
      case END -> throw words.unexpected("an expression");
    };
  }

  private Ast symbol() {
    switch (words.token().text()) {
      case "." -> {
        words.take();
        return words.is(Kind.QUOTE) ? new Index(new Identity(), quotes.string()) : new Identity();
      }
      case ".." -> {
        words.take();
        return new Ast.Descend();
      }
      case "(" -> {
        words.open();
        Ast inner = parser.query();
        words.close(")");
        return inner;
      }
      case "[" -> {
        return collect();
      }
      case "{" -> {
        return shapes.object();
      }
      default -> throw words.unexpected("an expression");
    }
  }

  private Ast collect() {
    words.open();
    Ast body = words.is("]") ? null : parser.query();
    words.close("]");
    return new Collect(body);
  }

  private Ast keyword() {
    return switch (words.token().text()) {
      case "if" -> constructs.condition();
      case "try" -> constructs.attempt();
      case "reduce" -> constructs.reduce();
      case "foreach" -> constructs.foreach();
      case "def" -> throw words.unexpected("parentheses around a definition within an expression");
      case "label" -> throw words.unexpected("parentheses around a label within an expression");
      case "break" -> {
        int at = words.take().at();
        yield new Ast.Break(words.take(Kind.VARIABLE, "a $name after break").text(), at);
      }
      default -> throw words.unexpected("an expression");
    };
  }

  private Ast call() {
    Token name = words.take();
    if (name.text().contains("::")) {
      throw words.source.error(name.at(), "modules are not supported", "");
    }
    switch (name.text()) {
      case "true" -> {
        return new Constant(Json.TRUE);
      }
      case "false" -> {
        return new Constant(Json.FALSE);
      }
      case "null" -> {
        return new Constant(Json.NULL);
      }
      default -> {
        return new Call(name.text(), words.is("(") ? constructs.parts() : List.of(), name.at());
      }
    }
  }

  /** A variable, or the place in the program for {@code $__loc__}. */
  Ast variable() {
    Token token = words.take();
    if (!token.text().equals("__loc__")) {
      return new Variable(token.text(), token.at());
    }
    Map<String, com.fasterxml.jackson.databind.JsonNode> place = new LinkedHashMap<>();
    place.put("file", Json.text("<top-level>"));
    place.put("line", Numbers.of((long) words.source.line(token.at())));
    return new Constant(Json.object(place));
  }

  /** A text, perhaps with a format in front. */
  Ast string() {
    return quotes.string();
  }

  static Ast text(String text) {
    return new Constant(Json.text(text));
  }
}
