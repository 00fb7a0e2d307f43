package dev.portage.config;

import java.util.regex.Pattern;

/** The tolerance with which jq texts of a mapping are read (contract, section 8.2). */
final class JqText {
  private static final Pattern OPENING = Pattern.compile("(?<!\\S)'(?![\\s\"])");
  private static final Pattern CLOSING = Pattern.compile("(?<![\\s\"])'(?!\\S)");

  private JqText() {}

  /** Single quotes around a text become double quotes; apostrophes within words stay. */
  static String withDoubleQuotes(String text) {
    if (text.indexOf('\'') < 0) {
      return text;
    }
    // Both rules look at the text as it was written, so that neither sees the other's work.
    StringBuilder out = new StringBuilder(text);
    OPENING.matcher(text).results().forEach(found -> out.setCharAt(found.start(), '"'));
    CLOSING.matcher(text).results().forEach(found -> out.setCharAt(found.start(), '"'));
    return out.toString();
  }
}
