package dev.portage.jq.parse;

import dev.portage.jq.value.Utf;

/** Reads a text of a program in pieces between its interpolations. */
final class Pieces {
  private final Source source;
  private final String text;
  private int at;

  Pieces(Source source, int at) {
    this.source = source;
    this.text = source.text();
    this.at = at;
  }

  /** Where the last piece ended. */
  int position() {
    return at;
  }

  /**
   * The text up to the closing quote or to an interpolation, which {@link #atInterpolation} tells
   * apart afterwards. The opening quote, or the bracket that closed the last interpolation, was
   * read.
   */
  String piece() {
    StringBuilder out = new StringBuilder();
    int start = at - 1;
    while (true) {
      if (at >= text.length()) {
        throw source.error(start, "this text has no closing quote", "");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        break;
      }
      if (c != '\\') {
        out.append(c);
      } else if (peek(0) == '(') {
        at++;
        break;
      } else {
        out.append(unescape());
      }
    }
    return Utf.wellFormed(out.toString());
  }

  /** Whether the last {@link #piece} ended at an interpolation. */
  boolean atInterpolation() {
    return text.charAt(at - 1) == '(';
  }

  private char unescape() {
    char c = peek(0);
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default ->
          throw source.error(
              at - 2,
              "unknown escape in a text",
              "known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u1234 and \\(…); a backslash itself, as"
                  + " in regular expressions, is written \\\\");
    };
  }

  private char unicode() {
    int end = Math.min(at + 4, text.length());
    String digits = text.substring(at, end);
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw source.error(at - 2, "\\u needs four hexadecimal digits", "");
    }
    at = end;
    return (char) Integer.parseInt(digits, 16);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }
}
