package dev.portage.reconcile.state;

import org.jspecify.annotations.Nullable;

/** The state cannot be read or written. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * For a person to read.
   *
   * @param message {@code where: what is wrong}
   * @param cause null when nothing was thrown
   */
  public StateException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
