package dev.portage.route;

import org.jspecify.annotations.Nullable;

/**
 * A call to Port that failed for good. The message names the call and holds no secret, header or
 * body.
 */
final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
