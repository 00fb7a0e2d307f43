package dev.portage.reconcile.state;

import java.io.IOException;
import java.nio.file.Path;

/** A {@link StateWriter} in a process of its own. */
final class StateProcess {
  private StateProcess() {}

  /**
   * Begins.
   *
   * @param before what the shell does first; empty for nothing
   */
  static Process start(Path directory, String before, ProcessBuilder.Redirect said)
      throws IOException {
    return new ProcessBuilder(
            "/bin/sh",
            "-c",
            before + "exec \"$0\" \"$@\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StateWriter.class.getName(),
            directory.toString())
        .redirectErrorStream(true)
        .redirectOutput(said)
        .start();
  }
}
