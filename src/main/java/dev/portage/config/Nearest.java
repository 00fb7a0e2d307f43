package dev.portage.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {
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
  public static String hint(String name, Collection<String> candidates) {
    return to(name, candidates).map(best -> " (did you mean " + best + "?)").orElse("");
  }

  private static boolean startsAlike(String wanted, String candidate) {
    String other = plain(candidate);
    return wanted.length() > 3 && (other.startsWith(wanted) || wanted.startsWith(other));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** The number of letters to insert, remove, replace, or swap with the next one. */
  static int distance(String from, String to) {
    int[][] rows = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : nearest(rows, from, to, i, j);
      }
    }
    return rows[from.length()][to.length()];
  }

  private static int nearest(int[][] rows, String from, String to, int i, int j) {
    int replaced = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
