package dev.portage.jq;

/** A text that is no jq program. */
public final class JqSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /** With a message that a person can act on, and where the mistake is; both from 1. */
  public JqSyntaxException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line of the mistake, from 1. */
  public int line() {
    return line;
  }

  /** The column of the mistake in its line, from 1. */
  public int column() {
    return column;
  }
}
