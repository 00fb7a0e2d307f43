package dev.portage.jq.parse;

import dev.portage.jq.JqSyntaxException;

/** A program text that can point at its own mistakes. */
public record Source(String text) {
  private static final int MAX_LINE = 160;

  /** The line of a position, from 1. */
  public int line(int at) {
    int line = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  /** An error at a position: what is wrong, the line with a caret, and advice unless empty. */
  public JqSyntaxException error(int at, String what, String advice) {
    int from = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    if (at < from) {
      from = 0;
    }
    int end = text.indexOf('\n', at);
    String line = text.substring(from, end < 0 ? text.length() : Math.max(end, from));
    int column = at - from + 1;
    StringBuilder message = new StringBuilder();
    message.append("line ").append(line(at)).append(", column ").append(column);
    message.append(": ").append(what);
    appendCaret(message, line, column);
    if (!advice.isEmpty()) {
      message.append("\nhint: ").append(advice);
    }
    return new JqSyntaxException(message.toString(), line(at), column);
  }

  private static void appendCaret(StringBuilder message, String line, int column) {
    int skip = Math.max(0, column - MAX_LINE / 2);
    String shown = line.substring(skip, Math.min(line.length(), skip + MAX_LINE));
    int caret = column - 1 - skip;
    message.append("\n    ").append(shown).append("\n    ").append(" ".repeat(caret)).append('^');
  }
}
