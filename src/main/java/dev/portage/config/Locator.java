package dev.portage.config;

/**
 * Finds the place of a mistake in a file.
 *
 * @param document the file
 */
public record Locator(Document document) {
  /** The mistake with its line and column; those of what holds it where it is missing itself. */
  public Located of(Problem problem) {
    return of(problem, problem.path());
  }

  /** The mistake at another path of the file than the one under which it is told. */
  public Located of(Problem problem, String path) {
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

  /** The same mistake, which says its place itself. */
  Problem told(Problem problem) {
    Located located = of(problem);
    String place = located.file() + ":" + located.line() + ":" + located.column();
    return new Problem(problem.path(), problem.found(), problem.expected(), 0, 0, place);
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
    return Mark.START;
  }
}
