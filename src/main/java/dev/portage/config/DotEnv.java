package dev.portage.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file: {@code NAME=value} per line, with or without {@code export}, quotes
 * and a comment behind white space.
 */
final class DotEnv {
  /** Its name, for messages. */
  static final String NAME = ".env";

  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
  private static final Pattern QUOTED =
      Pattern.compile("(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\")\\s*(?:#.*)?");

  private DotEnv() {}

  /** All variables of a file; none when there is no such file. A line that is none is told. */
  static Map<String, String> read(Path file, List<Problem> mistakes) {
    Map<String, String> all = new LinkedHashMap<>();
    if (!Files.isRegularFile(file)) {
      return all;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        line(lines.get(i), i + 1, all, mistakes);
      }
    } catch (IOException e) {
      mistakes.add(new Problem(NAME, "cannot be read", "a text file in UTF-8"));
    }
    return all;
  }

  private static void line(
      String line, int number, Map<String, String> all, List<Problem> mistakes) {
    Matcher matcher = LINE.matcher(line);
    if (matcher.matches()) {
      all.put(matcher.group(1), value(matcher.group(2)));
    } else if (!line.isBlank() && !line.strip().startsWith("#")) {
      mistakes.add(new Problem(NAME, "is no assignment and was left out", "NAME=value", number, 1));
    }
  }

  private static String value(String text) {
    Matcher quoted = QUOTED.matcher(text);
    if (!quoted.matches()) {
      return text.replaceFirst("(^|\\s+)#.*$", "");
    }
    return quoted.group(1) != null
        ? quoted.group(1)
        : quoted.group(2).replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
  }
}
