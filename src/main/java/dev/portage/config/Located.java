package dev.portage.config;

import java.util.Comparator;

/**
 * A mistake and where it stands.
 *
 * @param file empty for what comes from the environment or from Port
 * @param line from 1; 0 where there is no file
 * @param column from 1; 0 where there is no file
 */
public record Located(String file, int line, int column, Problem problem)
    implements Comparable<Located> {
  private static final Comparator<Located> ORDER =
      Comparator.comparing(Located::file)
          .thenComparingInt(Located::line)
          .thenComparingInt(Located::column)
          .thenComparing(located -> located.problem().toString());

  /** A mistake that stands in no file. */
  public static Located nowhere(Problem problem) {
    return new Located("", 0, 0, problem);
  }

  @Override
  public int compareTo(Located other) {
    return ORDER.compare(this, other);
  }

  /** As compilers write it: {@code FILE:LINE:COLUMN: where: what is wrong; expected what}. */
  @Override
  public String toString() {
    return file.isEmpty() ? problem.toString() : file + ":" + line + ":" + column + ": " + problem;
  }
}
