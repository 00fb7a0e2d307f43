package dev.portage.jq;

/** A text that is no jq program. */
public final class JqSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that a person can act on. */
  public JqSyntaxException(String message) {
    super(message);
  }
}
