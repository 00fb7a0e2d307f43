package dev.portage.cli.progress;

import java.util.Map;

/** When live progress is shown. */
public enum ProgressMode {
  /** On a terminal that can do it, and where nobody says that a program reads along. */
  AUTO,
  /** In any case. */
  ALWAYS,
  /** Never: plain lines. */
  NEVER;

  /**
   * Decides.
   *
   * @param terminal whether both outputs go to a terminal
   * @param environment of the process
   */
  boolean isShown(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal && canMove(environment) && !isWatchedByProgram(environment);
    };
  }

  private static boolean canMove(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    return !term.isEmpty() && !term.equals("dumb");
  }

  private static boolean isWatchedByProgram(Map<String, String> environment) {
    String ci = environment.getOrDefault("CI", "");
    return !ci.isEmpty() && !ci.equals("false") && !ci.equals("0");
  }
}
