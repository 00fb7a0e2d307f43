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

  /** A dot, a slash, a backslash, a percent sign, a semicolon or a control character, encoded. */
  private static final Pattern ENCODED =
      Pattern.compile("%(?![0-9a-fA-F]{2})|%([01][0-9a-fA-F]|25|2[eEfF]|3[bB]|5[cC]|7[fF])");

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
