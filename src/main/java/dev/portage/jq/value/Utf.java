package dev.portage.jq.value;

/** Text by code points, since that is how jq counts. */
public final class Utf {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf() {}

  /** The text with lone halves of surrogate pairs replaced. */
  public static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return repaired(text);
      }
    }
    return text;
  }

  private static String repaired(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              out.appendCodePoint(lone ? REPLACEMENT : c);
            });
    return out.toString();
  }

  /** The number of code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The part between two code point positions, both within the text. */
  public static String slice(String text, int from, int to) {
    int start = text.offsetByCodePoints(0, from);
    return text.substring(start, text.offsetByCodePoints(start, to - from));
  }
}
