package dev.portage.route.start;

/**
 * Why this installation cannot start, although Port answers. The message names the setting or the
 * call, and what to do.
 */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that names the setting or the call, and what to do. */
  public CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
