package dev.portage.jq;

/**
 * A jq program that failed while it ran, or exceeded a limit. The message gives types and at most a
 * few characters of data.
 */
public final class JqException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that a person can act on. */
  public JqException(String message) {
    super(message);
  }
}
