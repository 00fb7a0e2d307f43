package dev.portage.cli.progress;

import dev.portage.cli.demo.Palette;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal behind standard error, where the log goes. Java cannot tell what that is, nor how
 * large, so a shell is asked.
 */
final class Terminal {
  private static final String[] QUESTION = {"sh", "-c", "test -t 2 && stty size </dev/tty"};
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) (\\d{1,4})\\s*");
  private static final int COLUMNS = 80;
  private static final int ROWS = 24;

  private Terminal() {}

  /** The rows and columns as {@code stty} says them; empty when it is no terminal. */
  static Optional<int[]> size() {
    try {
      Process shell = new ProcessBuilder(QUESTION).redirectError(Redirect.INHERIT).start();
      shell.getOutputStream().close();
      String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean ended = shell.waitFor(2, TimeUnit.SECONDS);
      return ended && shell.exitValue() == 0 ? parsed(told) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // a system without a shell
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static Optional<int[]> parsed(String told) {
    Matcher size = SIZE.matcher(told);
    return size.matches()
        ? Optional.of(new int[] {Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))})
        : Optional.empty();
  }

  /**
   * What is drawn on.
   *
   * @param size rows and columns, where they are known; a terminal that does not know says 0
   * @param environment of the process; COLUMNS and LINES are what a user says, and win
   * @param charset of standard error
   */
  static Screen screen(Optional<int[]> size, Map<String, String> environment, Charset charset) {
    int rows = size.map(known -> known[0]).filter(number -> number > 0).orElse(ROWS);
    int columns = size.map(known -> known[1]).filter(number -> number > 0).orElse(COLUMNS);
    return new Screen(
        number(environment, "COLUMNS", columns),
        number(environment, "LINES", rows),
        Palette.of(true, environment),
        charset.name().startsWith("UTF-"));
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.matches("[1-9]\\d{0,3}") ? Integer.parseInt(value) : otherwise;
  }

  /** What standard error is written in. */
  static Charset charset() {
    for (String property :
        new String[] {"stderr.encoding", "sun.stderr.encoding", "native.encoding"}) {
      String name = System.getProperty(property, "");
      if (!name.isEmpty() && Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    }
    return Charset.defaultCharset();
  }
}
