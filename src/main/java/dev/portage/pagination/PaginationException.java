package dev.portage.pagination;

/**
 * A listing that does not go on as it should: it repeats itself, never ends, or leads to a foreign
 * host.
 */
public final class PaginationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * A message that names what was repeated, and what to configure instead; it holds no data of the
   * page.
   *
   * @param reason the guard that stopped it
   */
  public PaginationException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The guard that stopped the listing. */
  public Reason reason() {
    return reason;
  }
}
