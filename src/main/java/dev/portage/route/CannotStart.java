package dev.portage.route;

/**
 * Why this installation cannot start, although Port answers. The message names the setting or the
 * call, and what to do.
 */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
