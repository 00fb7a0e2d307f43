package dev.portage.jq.parse;

import dev.portage.jq.parse.Ast.Constant;
import dev.portage.jq.parse.Ast.Construct;
import dev.portage.jq.parse.Ast.Entry;
import dev.portage.jq.parse.Ast.Pattern;
import dev.portage.jq.parse.Token.Kind;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects, and the patterns that take values apart. */
final class Shapes {
  private final Words words;
  private final Parser parser;
  private final Terms terms;

  Shapes(Words words, Parser parser, Terms terms) {
    this.words = words;
    this.parser = parser;
    this.terms = terms;
  }

  Ast object() {
    words.open();
    List<Entry> entries = new ArrayList<>();
    while (!words.is("}")) {
      entries.add(entry());
      if (!words.accept(",")) {
        break;
      }
    }
    words.close("}");
    return new Construct(entries);
  }

  private Entry entry() {
    Token token = words.token();
    if (token.kind() == Kind.VARIABLE) {
      Ast variable = terms.variable();
      if (words.accept(":")) {
        return new Entry(variable, parser.entryValue());
      }
      return new Entry(Terms.text(token.text()), variable);
    }
    Ast key = key("an object key: a name, a text, $name or (expression)");
    if (words.accept(":")) {
      return new Entry(key, parser.entryValue());
    }
    if (token.is("(")) {
      throw words.unexpected("':' after (key)");
    }
    return new Entry(key, null);
  }

  private Ast key(String expected) {
    Token token = words.token();
    switch (token.kind()) {
      case NAME, KEYWORD -> {
        words.take();
        return Terms.text(token.text());
      }
      case QUOTE, FORMAT -> {
        return terms.string();
      }
      case NUMBER ->
          throw words.source.error(
              token.at(),
              "a number cannot be an object key",
              "write \"" + token.text() + "\", or parentheses around a key expression");
      default -> {
        return parenthesizedKey(expected);
      }
    }
  }

  private Ast parenthesizedKey(String expected) {
    Token token = words.token();
    if (!token.is("(")) {
      throw words.unexpected(expected);
    }
    words.open();
    Ast key = parser.query();
    words.close(")");
    if (key instanceof Constant constant && !Json.isText(constant.value())) {
      String what = "Cannot use " + Failure.shown(constant.value()) + " as object key";
      throw words.source.error(token.at() + 1, what, "");
    }
    return key;
  }

  /** {@code p ?// p ?// p}. */
  List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    do {
      patterns.add(pattern());
    } while (words.accept("?//"));
    return patterns;
  }

  private Pattern pattern() {
    if (words.is(Kind.VARIABLE)) {
      return new Pattern.Name(words.take().text());
    }
    if (words.is("[")) {
      words.open();
      List<Pattern> items = new ArrayList<>();
      do {
        items.add(pattern());
      } while (words.accept(","));
      words.close("]");
      return new Pattern.Items(items);
    }
    if (words.is("{")) {
      words.open();
      List<Pattern.Field> fields = new ArrayList<>();
      do {
        fields.add(field());
      } while (words.accept(","));
      words.close("}");
      return new Pattern.Fields(fields);
    }
    throw words.unexpected("$name, [$a, $b] or {a: $b} after as");
  }

  private Pattern.Field field() {
    if (words.is(Kind.VARIABLE)) {
      String name = words.take().text();
      @Nullable Pattern value = words.accept(":") ? pattern() : null;
      return new Pattern.Field(name, Terms.text(name), value);
    }
    Ast key = key("a key: $name, a name, a text or (expression)");
    words.expect(":");
    return new Pattern.Field(null, key, pattern());
  }
}
