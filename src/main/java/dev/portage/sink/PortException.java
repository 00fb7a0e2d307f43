package dev.portage.sink;

import dev.portage.http.ApiResponse;
import java.util.Optional;

/** An answer of Port that does not give what was asked for. */
public final class PortException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<PortError> error;

  private PortException(String message, Optional<PortError> error) {
    super(message);
    this.error = error;
  }

  /** An answer with an error status. */
  static PortException refused(String call, ApiResponse response) {
    PortError error = PortError.of(response);
    return new PortException(call + ": " + error, Optional.of(error));
  }

  /** An answer with status 2xx that lacks what belongs there. */
  static PortException incomplete(String call, String expected) {
    return new PortException(
        call + ": Port's answer cannot be read; expected " + expected, Optional.empty());
  }

  /** What Port said; empty when it reported success and yet its answer cannot be read. */
  public Optional<PortError> error() {
    return error;
  }
}
