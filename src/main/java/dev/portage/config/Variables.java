package dev.portage.config;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process environment over a {@code .env} file, and which of them were referred to by name. */
final class Variables {
  private static final Pattern FROM_ENV =
      Pattern.compile("\\s*\\{\\{\\s*from\\s+env\\s+([A-Za-z_][A-Za-z0-9_]*)\\s*}}\\s*");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Map<String, String> all = new TreeMap<>();
  private final Set<String> used = new HashSet<>();

  /** The process environment wins. */
  Variables(Map<String, String> process, Map<String, String> file) {
    all.putAll(file);
    all.putAll(process);
  }

  /** All of them. */
  Map<String, String> all() {
    return Collections.unmodifiableMap(all);
  }

  /** The value of exactly that name. */
  Optional<String> get(String name) {
    used.add(name);
    return Optional.ofNullable(all.get(name));
  }

  /** True when a file or a value referred to that name. */
  boolean isUsed(String name) {
    return used.contains(name);
  }

  /**
   * The value behind {@code {{ from env NAME }}}; the text itself when it has another form; empty
   * when there is no such variable (contract, section 2.3).
   */
  Optional<String> resolve(String text) {
    Matcher matcher = FROM_ENV.matcher(text);
    return matcher.matches() ? get(matcher.group(1)) : Optional.of(text);
  }

  /** The text with each {@code ${NAME}} replaced; what is not set stays as it is. */
  String substitute(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(get(found.group(1)).orElse(found.group())));
  }
}
