package dev.portage.jq.value;

/** What counts as a numeral in text: as in JSON, with a leading sign, point or zeros allowed. */
public final class Numerals {
  private Numerals() {}

  /** Whether the whole text is one numeral. */
  public static boolean isNumeral(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int whole = digits(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
      if (end - at < 2) {
        return false;
      }
    } else if (end == at) {
      return false;
    }
    return end == text.length() || isExponent(text, end);
  }

  private static boolean isExponent(String text, int start) {
    char mark = text.charAt(start);
    int at = start + 1;
    if ((mark != 'e' && mark != 'E') || at >= text.length()) {
      return false;
    }
    char sign = text.charAt(at);
    at += sign == '-' || sign == '+' ? 1 : 0;
    int end = digits(text, at);
    return end > at && end == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
