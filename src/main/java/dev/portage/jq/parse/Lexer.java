package dev.portage.jq.parse;

import dev.portage.jq.JqSyntaxException;
import dev.portage.jq.parse.Token.Kind;
import java.util.List;
import java.util.Set;

/** Cuts a program into words, one at a time; texts are read in pieces between interpolations. */
final class Lexer {
  static final Set<String> KEYWORDS =
      Set.of(
          "def", "if", "then", "elif", "else", "end", "as", "reduce", "foreach", "try", "catch",
          "label", "break", "import", "include", "module", "and", "or", "__loc__");

  private static final List<String> SYMBOLS =
      List.of(
          "?//=", "?//", "//=", "..", "==", "!=", "<=", ">=", "//", "|=", "+=", "-=", "*=", "/=",
          "%=", "|", ",", "+", "-", "*", "/", "%", "=", "<", ">", "(", ")", "[", "]", "{", "}", ":",
          ";", ".", "?");

  private final Source source;
  private final String text;
  private int at;

  Lexer(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** The next word. */
  Token next() {
    skipBlank();
    int start = at;
    char c = peek(0);
    if (at >= text.length()) {
      return new Token(Kind.END, "", at);
    }
    if (c == '"') {
      at++;
      return new Token(Kind.QUOTE, "\"", start);
    }
    if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      return number();
    }
    if (isNameStart(c)) {
      return name(start);
    }
    if (isNameStart(peek(1)) || (c == '@' && isDigit(peek(1)))) {
      switch (c) {
        case '.' -> {
          return prefixed(Kind.FIELD, start);
        }
        case '$' -> {
          return prefixed(Kind.VARIABLE, start);
        }
        case '@' -> {
          return prefixed(Kind.FORMAT, start);
        }
        default -> {}
      }
    }
    return symbol(start);
  }

  /** A reader of texts from here on; afterwards {@link #resume} goes on behind it. */
  Pieces pieces() {
    return new Pieces(source, at);
  }

  void resume(int position) {
    at = position;
  }

  private Token number() {
    int start = at;
    skipDigits();
    if (peek(0) == '.') {
      at++;
      skipDigits();
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
      if (isDigit(peek(sign))) {
        at += sign;
        skipDigits();
      }
    }
    return new Token(Kind.NUMBER, text.substring(start, at), start);
  }

  private void skipDigits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  private Token name(int start) {
    skipName();
    while (peek(0) == ':' && peek(1) == ':' && isNameStart(peek(2))) {
      at += 2;
      skipName();
    }
    String name = text.substring(start, at);
    return new Token(KEYWORDS.contains(name) ? Kind.KEYWORD : Kind.NAME, name, start);
  }

  private Token prefixed(Kind kind, int start) {
    at++;
    skipName();
    return new Token(kind, text.substring(start + 1, at), start);
  }

  private void skipName() {
    while (isNameStart(peek(0)) || isDigit(peek(0))) {
      at++;
    }
  }

  private Token symbol(int start) {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token(Kind.SYMBOL, symbol, start);
      }
    }
    throw unknown(start);
  }

  private JqSyntaxException unknown(int start) {
    String shown = new String(Character.toChars(text.codePointAt(start)));
    return source.error(start, "unexpected '" + shown + "'", Advice.forCharacter(shown, peek(1)));
  }

  private void skipBlank() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        skipComment();
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else {
        return;
      }
    }
  }

  /** A comment ends with its line, unless an odd number of backslashes continues it. */
  private void skipComment() {
    boolean continued = false;
    while (at < text.length()) {
      char c = text.charAt(at++);
      boolean beforeBreak = c == '\r' && peek(0) == '\n';
      if (c == '\n' && !continued) {
        return;
      }
      continued = (c == '\\' && !continued) || (beforeBreak && continued);
    }
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
