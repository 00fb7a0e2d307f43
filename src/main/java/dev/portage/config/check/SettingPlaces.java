package dev.portage.config.check;

import dev.portage.config.Document;
import dev.portage.config.Located;
import dev.portage.config.Locator;
import dev.portage.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a mistake in the settings: in their file, in {@code .env}, or in no file.
 *
 * @param directory where {@code .env} may lie
 * @param file with settings, when there is one
 */
record SettingPlaces(Path directory, Optional<Document> file) {
  private static final String DOT_ENV = ".env";

  /** How a problem names what stands in a file: the key, the file, and a key of the value. */
  private static final Pattern IN_FILE = Pattern.compile("(.+?) in (.+?)(?:, key (.+))?");

  /** The mistake with its place. */
  Located of(Problem problem) {
    if (problem.path().equals(DOT_ENV)) {
      return new Located(DOT_ENV, Math.max(1, problem.line()), 1, problem);
    }
    if (file.isPresent() && problem.path().equals(file.get().name())) {
      return new Locator(file.get()).of(problem);
    }
    Matcher matcher = IN_FILE.matcher(problem.path());
    return matcher.matches()
        ? inFile(problem, matcher.group(1), matcher.group(2), matcher.group(3))
        : whole(problem);
  }

  /** A file that could not be read is named by the problem itself. */
  private Located whole(Problem problem) {
    boolean named = problem.line() > 0 || Files.exists(directory.resolve(problem.path()));
    return named
        ? new Located(
            problem.path(), Math.max(1, problem.line()), Math.max(1, problem.column()), problem)
        : Located.nowhere(problem);
  }

  private Located inFile(Problem problem, String key, String name, @Nullable String inner) {
    if (name.equals(DOT_ENV)) {
      return new Located(DOT_ENV, line(key), 1, problem);
    }
    if (file.isEmpty() || !file.get().name().equals(name)) {
      return Located.nowhere(problem);
    }
    return new Locator(file.get()).of(problem, inner == null ? key : key + "." + inner);
  }

  /** The line that sets a variable, the last one where several do. */
  private int line(String variable) {
    int found = 1;
    try {
      List<String> lines = Files.readAllLines(directory.resolve(DOT_ENV));
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip().replaceFirst("^export\\s+", "").toUpperCase(Locale.ROOT);
        found = line.startsWith(variable) ? i + 1 : found;
      }
    } catch (IOException e) {
      // It was there a moment ago; the mistake is told all the same.
      return found;
    }
    return found;
  }
}
