package dev.portage.route.port;

import org.jspecify.annotations.Nullable;

/**
 * A call to Port that failed for good. The message names the call and holds no secret, header or
 * body.
 */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for the operator; the cause is null when Port answered. */
  public PortUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
