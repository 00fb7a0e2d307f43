package dev.portage.config;

/**
 * Where a line and a column of a text stand in the file that holds the text: behind its quote, or
 * within its block. Where the form of the text does not tell, it is the beginning of the text.
 *
 * @param document the file
 * @param mark of the text
 */
record ScalarPlace(Document document, Mark mark) {

  /** Line and column in the file; the arguments count from 1. */
  int[] of(int line, int column) {
    char first = at(mark.line(), mark.column());
    if (first == '|') {
      return block(line, column);
    }
    int[] start = {mark.line(), mark.column()};
    if (line > 1 || first == '>' || first == '&' || first == '!') {
      return start;
    }
    int found = column(first, column);
    return found > length(mark.line()) + 1 ? start : new int[] {mark.line(), found};
  }

  /** Walks over what an escaped character takes in the file. */
  private int column(char quote, int column) {
    if (quote != '\'' && quote != '"') {
      return mark.column() + column - 1;
    }
    int at = mark.column() + 1;
    for (int i = 1; i < column; i++) {
      char here = at(mark.line(), at);
      boolean escape =
          quote == '"' ? here == '\\' : here == '\'' && at(mark.line(), at + 1) == '\'';
      at += escape ? 2 : 1;
    }
    return at;
  }

  private int[] block(int line, int column) {
    int first = mark.line() + 1;
    while (first <= document.lines().size() && document.lines().get(first - 1).isBlank()) {
      first++;
    }
    int indent = 0;
    while (at(first, indent + 1) == ' ') {
      indent++;
    }
    return new int[] {mark.line() + line, indent + column};
  }

  private int length(int line) {
    return line <= document.lines().size() ? document.lines().get(line - 1).length() : 0;
  }

  private char at(int line, int column) {
    return column >= 1 && column <= length(line)
        ? document.lines().get(line - 1).charAt(column - 1)
        : ' ';
  }
}
