package dev.portage.route.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses paths that two readers could read in two ways, so that the rules of an area cannot be
 * passed by: nothing here needs them.
 */
final class Target {
  private static final Refusal TRICK =
      new Refusal(400, "path: is ambiguous; expected plain segments with one slash between them");

  /** A slash, a backslash, a percent sign, a semicolon or a control character, encoded. */
  private static final String TWO_MEANINGS = "[01][0-9a-f]|25|2f|3b|5c|7f";

  /** A letter, a digit, - . _ or ~, encoded: routers read {@code /%68awtio} as another path. */
  private static final String NEEDLESS = "2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae]";

  private static final Pattern ENCODED =
      Pattern.compile(
          "%(?![0-9a-f]{2})|%(" + TWO_MEANINGS + "|" + NEEDLESS + ")", Pattern.CASE_INSENSITIVE);

  private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7e&&[^;\\\\#]]*");

  private Target() {}

  /** Looks at a path as it was sent; empty when it is plain. */
  static Optional<Refusal> refusal(String path) {
    boolean plain =
        path.startsWith("/")
            && !path.contains("//")
            && ALLOWED.matcher(path).matches()
            && !ENCODED.matcher(path).find()
            && Arrays.stream(path.split("/")).noneMatch(s -> s.equals(".") || s.equals(".."));
    return plain ? Optional.empty() : Optional.of(TRICK);
  }
}
