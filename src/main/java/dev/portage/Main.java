package dev.portage;

import dev.portage.cli.Cli;
import dev.portage.cli.StopSignals;

/** Starts Portage. */
public final class Main {
  private Main() {}

  /**
   * Entry point of {@code java -jar portage.jar}; ends the process with the command's exit code, or
   * by a signal.
   */
  public static void main(String[] args) {
    new StopSignals(System::exit, Runtime.getRuntime()::halt).listen();
    System.exit(Cli.execute(args));
  }
}
