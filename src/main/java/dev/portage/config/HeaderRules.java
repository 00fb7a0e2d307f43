package dev.portage.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a header (RFC 9110, section 5). */
final class HeaderRules {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private HeaderRules() {}

  /** What is wrong with a header, without its value; empty when it can be sent. */
  static Optional<String> mistake(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("is no name of a header");
    }
    return value.chars().anyMatch(c -> c == 127 || (c < ' ' && c != '\t'))
        ? Optional.of("has a line break or another control character")
        : Optional.empty();
  }
}
