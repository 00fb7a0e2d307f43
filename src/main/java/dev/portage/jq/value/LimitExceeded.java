package dev.portage.jq.value;

/** An evaluation went beyond one of its limits; no {@code try} of the program catches this. */
public final class LimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the limit and its value. */
  public LimitExceeded(String message) {
    super(message, null, false, false);
  }
}
