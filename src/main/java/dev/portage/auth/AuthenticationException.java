package dev.portage.auth;

/** A login that failed, or whose answer lacks what is needed. The message holds no secret. */
public final class AuthenticationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that a person can act on. */
  public AuthenticationException(String message) {
    super(message);
  }

  /** With a message that a person can act on, and what led to it. */
  public AuthenticationException(String message, Throwable cause) {
    super(message, cause);
  }
}
