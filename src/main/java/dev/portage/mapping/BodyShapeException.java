package dev.portage.mapping;

/**
 * The body of a page in which no items can be looked for; the page has failed. The message gives
 * types, never what the body holds.
 */
public final class BodyShapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that a person can act on. */
  public BodyShapeException(String message) {
    super(message);
  }
}
