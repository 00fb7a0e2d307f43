package dev.portage.jq.parse;

import dev.portage.jq.parse.Ast.Foreach;
import dev.portage.jq.parse.Ast.If;
import dev.portage.jq.parse.Ast.Negate;
import dev.portage.jq.parse.Ast.Pattern;
import dev.portage.jq.parse.Ast.Reduce;
import dev.portage.jq.parse.Ast.Try;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code if}, {@code try}, {@code reduce}, {@code foreach}, and lists of arguments. */
final class Constructs {
  private final Words words;
  private final Parser parser;
  private final Terms terms;

  Constructs(Words words, Parser parser, Terms terms) {
    this.words = words;
    this.parser = parser;
    this.terms = terms;
  }

  Ast condition() {
    words.open();
    Ast condition = parser.query();
    words.expect("then");
    Ast then = parser.query();
    if (words.is("elif")) {
      Ast otherwise = condition();
      words.closed();
      return new If(condition, then, otherwise);
    }
    Ast otherwise = words.accept("else") ? parser.query() : null;
    words.close("end");
    return new If(condition, then, otherwise);
  }

  Ast attempt() {
    words.take();
    Ast body = attempted();
    return new Try(body, words.accept("catch") ? attempted() : null);
  }

  private Ast attempted() {
    return words.accept("-") ? new Negate(attempted()) : terms.postfix();
  }

  Ast reduce() {
    words.take();
    Ast source = parser.expression(0);
    words.expect("as");
    List<Pattern> patterns = terms.patterns();
    List<Ast> parts = parts();
    if (parts.size() != 2) {
      throw words.unexpected("reduce … as $x (start; update)");
    }
    return new Reduce(source, patterns, parts.get(0), parts.get(1));
  }

  Ast foreach() {
    words.take();
    Ast source = parser.expression(0);
    words.expect("as");
    List<Pattern> patterns = terms.patterns();
    List<Ast> parts = parts();
    if (parts.size() < 2 || parts.size() > 3) {
      throw words.unexpected("foreach … as $x (start; update; output)");
    }
    @Nullable Ast extract = parts.size() == 3 ? parts.get(2) : null;
    return new Foreach(source, patterns, parts.get(0), parts.get(1), extract);
  }

  List<Ast> parts() {
    if (!words.is("(")) {
      throw words.unexpected("'('");
    }
    words.open();
    List<Ast> parts = new ArrayList<>();
    do {
      parts.add(parser.query());
    } while (words.accept(";"));
    words.close(")");
    return parts;
  }
}
