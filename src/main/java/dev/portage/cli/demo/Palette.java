package dev.portage.cli.demo;

import java.io.Console;
import java.util.Map;

/**
 * Colours of a terminal.
 *
 * @param coloured false prints plain text
 */
public record Palette(boolean coloured) {

  /**
   * Coloured only for a terminal whose user did not say otherwise (no-color.org).
   *
   * @param terminal whether the output goes to a terminal
   * @param environment of the process
   */
  public static Palette of(boolean terminal, Map<String, String> environment) {
    boolean declined = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Palette(
        terminal && !declined && !"dumb".equals(environment.getOrDefault("TERM", "")));
  }

  /** For this process. */
  public static Palette detect() {
    return of(isTerminal(), System.getenv());
  }

  /** Whether standard output goes to a terminal. */
  @SuppressWarnings("SystemConsoleNull") // the newer question follows
  public static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true; // before Java 22 there is a console only where there is a terminal
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** For what stands out. */
  public String strong(String text) {
    return painted("1", text);
  }

  /** For what is well. */
  public String good(String text) {
    return painted("32", text);
  }

  /** For what is not. */
  public String bad(String text) {
    return painted("31", text);
  }

  private String painted(String code, String text) {
    return coloured ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
