package dev.portage.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class Nearest {
  /** Words of other products and of older documents, and what they are called here. */
  private static final Map<String, String> CONFUSIONS =
      Map.of(
          "skip_token", "next_link",
          "link", "header_link",
          "bearer", "bearer_token",
          "token", "bearer_token",
          "oauth", "custom",
          "oauth2", "custom");

  private Nearest() {}

  /** The candidate that is closest, when it is close enough to be a likely slip. */
  static Optional<String> to(String name, Collection<String> candidates) {
    String known = CONFUSIONS.get(Keys.snake(name));
    if (known != null && candidates.contains(known)) {
      return Optional.of(known);
    }
    int tolerated = Math.max(1, name.length() / 3);
    String wanted = plain(name);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))))
        .filter(best -> distance(wanted, plain(best)) <= tolerated || startsAlike(wanted, best));
  }

  /** A hint to put behind an expectation, or nothing. */
  static String hint(String name, Collection<String> candidates) {
    return to(name, candidates).map(best -> " (did you mean " + best + "?)").orElse("");
  }

  private static boolean startsAlike(String wanted, String candidate) {
    String other = plain(candidate);
    return wanted.length() > 3 && (other.startsWith(wanted) || wanted.startsWith(other));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** The number of letters to insert, remove or replace (Levenshtein). */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
