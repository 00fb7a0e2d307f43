package dev.portage;

import dev.portage.cli.Cli;

/** Starts Portage. */
public final class Main {
  private Main() {}

  /**
   * Entry point of {@code java -jar portage.jar}; ends the process with the command's exit code.
   */
  public static void main(String[] args) {
    System.exit(Cli.execute(args));
  }
}
