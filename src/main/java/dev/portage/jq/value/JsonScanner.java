package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;

/** The words of a JSON text: texts, numbers, literals. */
final class JsonScanner {
  private final String text;
  private int at;

  JsonScanner(String text) {
    this.text = text;
  }

  /** Whether nothing but blanks is left. */
  boolean atEnd() {
    skipBlank();
    return at == text.length();
  }

  void skip(int characters) {
    at += characters;
  }

  JsonNode word() {
    int start = at;
    while (at < text.length() && " \t\r\n,:[]{}\"'".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "null" -> Json.NULL;
      case "true" -> Json.TRUE;
      case "false" -> Json.FALSE;
      case "nan", "NaN", "-nan", "-NaN" -> Numbers.of(Double.NaN);
      case "Infinity", "infinity" -> Numbers.of(Double.POSITIVE_INFINITY);
      case "-Infinity", "-infinity" -> Numbers.of(Double.NEGATIVE_INFINITY);
      default -> number(word);
    };
  }

  private JsonNode number(String word) {
    if (!Numerals.isNumeral(word)) {
      if (word.isEmpty() && at < text.length()) {
        at++;
      }
      throw wrong(
          peek() == '\'' && word.isEmpty()
              ? "Invalid string literal; expected \", but got '"
              : "Invalid numeric literal");
    }
    return Numbers.literal(word.startsWith("+") ? word.substring(1) : word);
  }

  String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = peek();
      if (at >= text.length()) {
        throw wrong("Unfinished string");
      }
      at++;
      out.append(c == '\\' ? unescape() : c);
    }
    at++;
    return Utf.wellFormed(out.toString());
  }

  private char unescape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("Invalid escape");
    };
  }

  private char unicode() {
    int end = Math.min(at + 4, text.length());
    String digits = text.substring(at, end);
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw wrong("Invalid escape");
    }
    at = end;
    return (char) Integer.parseInt(digits, 16);
  }

  void skipBlank() {
    while (at < text.length() && " \t\r\n\ufeff".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  Failure wrong(String what) {
    String where = at >= text.length() ? " at EOF at line 1, column " : " at line 1, column ";
    String shown = text.length() > 60 ? text.substring(0, 26) + "..." : text;
    int column = Math.min(at, text.length());
    return new Failure(what + where + column + " (while parsing '" + shown + "')");
  }
}
