package dev.portage.jq.parse;

import dev.portage.jq.parse.Ast.Format;
import dev.portage.jq.parse.Ast.Template;
import dev.portage.jq.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Texts with interpolations, and formats. */
final class Quotes {
  private final Words words;
  private final Parser parser;

  Quotes(Words words, Parser parser) {
    this.words = words;
    this.parser = parser;
  }

  Ast format() {
    Token name = words.token();
    words.take();
    return words.is(Kind.QUOTE) ? string(name.text()) : new Format(name.text(), name.at());
  }

  /** A text, perhaps with a format in front. */
  Ast string() {
    return words.is(Kind.FORMAT) ? format() : string("text");
  }

  private Ast string(String format) {
    List<Ast> parts = new ArrayList<>();
    while (true) {
      String piece = words.piece();
      if (!piece.isEmpty() || parts.isEmpty()) {
        parts.add(new Ast.Written(piece));
      }
      if (!words.inInterpolation()) {
        break;
      }
      words.openInterpolation();
      parts.add(parser.query());
      words.closeInterpolation();
    }
    words.take();
    return parts.get(0) instanceof Ast.Written only && parts.size() == 1
        ? Terms.text(only.text())
        : new Template(format, parts);
  }
}
