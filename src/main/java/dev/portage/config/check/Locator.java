package dev.portage.config.check;

import dev.portage.config.Document;
import dev.portage.config.Mark;
import dev.portage.config.Problem;

/**
 * Finds the place of a mistake in a file.
 *
 * @param document the file
 */
record Locator(Document document) {
  private static final Mark START = new Mark(1, 1, 1, 1);

  /** The mistake with its line and column; those of what holds it where it is missing itself. */
  Located of(Problem problem) {
    return of(problem, problem.path());
  }

  /** The mistake at another path of the file than the one under which it is told. */
  Located of(Problem problem, String path) {
    if (path.equals(document.name())) {
      return at(problem, Math.max(1, problem.line()), Math.max(1, problem.column()));
    }
    Mark mark = document.marks().get(path);
    if (mark == null) {
      Mark holder = holder(path);
      return at(problem, holder.keyLine(), holder.keyColumn());
    }
    if (problem.found().startsWith("is no known key")
        || problem.found().startsWith("is not used")) {
      return at(problem, mark.keyLine(), mark.keyColumn());
    }
    if (problem.line() == 0) {
      return at(problem, mark.line(), mark.column());
    }
    int[] place = new ScalarPlace(document, mark).of(problem.line(), problem.column());
    return at(problem, place[0], place[1]);
  }

  private Located at(Problem problem, int line, int column) {
    return new Located(document.name(), line, column, problem);
  }

  /** The nearest thing above the path that stands in the file. */
  private Mark holder(String path) {
    String above = path;
    while (!above.isEmpty()) {
      above =
          above.substring(0, Math.max(0, Math.max(above.lastIndexOf('.'), above.lastIndexOf('['))));
      Mark mark = document.marks().get(above);
      if (mark != null) {
        return mark;
      }
    }
    return START;
  }
}
