package dev.portage.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where health and metrics are: a path before theirs (contract, section 9). */
final class PathPrefix {
  private static final Pattern PREFIX = Pattern.compile("(/[\\w.~-]+)*");

  private static final Pattern DOTS = Pattern.compile("(/.*)?/\\.\\.?(/.*)?");

  /** Below these another answers, or other people may ask. */
  private static final List<String> TAKEN =
      List.of("/api/status", "/assets", "/hawtio", "/jolokia", "/kinds", "/observe", "/resync");

  private PathPrefix() {}

  /**
   * With a slash at its begin and none at its end; empty when none is set, or when it is wrong, in
   * which case the mistake is noted.
   */
  static String of(SettingValues values) {
    String text = values.text(HttpTable.PATH_PREFIX).strip();
    String inner = text.replaceFirst("^/", "").replaceFirst("/$", "");
    String path = inner.isEmpty() ? "" : "/" + inner;
    Optional<String> mistake = mistake(path);
    mistake.ifPresent(
        found ->
            values.reject(
                HttpTable.PATH_PREFIX, found, "a path such as /ocean: letters, digits, . _ ~ -"));
    return mistake.isEmpty() ? path : "";
  }

  private static Optional<String> mistake(String path) {
    if (!PREFIX.matcher(path).matches() || DOTS.matcher(path).matches()) {
      return Optional.of("is no plain path");
    }
    return TAKEN.stream()
        .filter(taken -> path.equals(taken) || path.startsWith(taken + "/"))
        .findFirst()
        .map(taken -> "lies at " + taken + ", where the listener has something else");
  }
}
