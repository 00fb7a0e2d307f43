package dev.portage.jq.builtin;

import dev.portage.jq.value.Failure;
import java.util.List;
import java.util.Locale;

/** A date in text, read from left to right. */
final class DateText {
  private static final int SHOWN = 60;

  private final String text;
  private final String format;
  private int at;

  DateText(String text, String format) {
    this.text = text;
    this.format = format;
  }

  /** What was not read yet. */
  String rest() {
    return text.substring(at);
  }

  void zoneName() {
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** {@code Z}, {@code +hh}, {@code +hhmm} or {@code +hh:mm}. */
  void zone() {
    skipBlank();
    if (at < text.length() && text.charAt(at) == 'Z') {
      at++;
      return;
    }
    if (at >= text.length() || "+-".indexOf(text.charAt(at)) < 0) {
      throw mismatch();
    }
    at++;
    number(2, 0, 99);
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
    }
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      number(2, 0, 59);
    }
  }

  int number(int digits, int least, int most) {
    skipBlank();
    int start = at;
    long value = 0;
    while (at < text.length() && at - start < digits && isDigit(text.charAt(at))) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    if (at == start || value < least || value > most) {
      throw mismatch();
    }
    return (int) value;
  }

  /** A name in full or by its first three letters. */
  int name(List<String> names) {
    String rest = text.substring(at).toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String abbreviation = name.substring(0, Math.min(3, name.length()));
      if (rest.startsWith(abbreviation)) {
        at += rest.startsWith(name) ? name.length() : abbreviation.length();
        return i;
      }
    }
    throw mismatch();
  }

  void literal(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw mismatch();
    }
    at++;
  }

  void skipBlank() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  Failure mismatch() {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return new Failure("date \"" + shown + "\" does not match format \"" + format + "\"");
  }
}
