package dev.portage.jq.eval;

/**
 * Leaves an expression that must give exactly one output when a {@code break} inside it cannot be
 * told by a false; the label is in {@link Run}.
 */
public final class Break extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The only one, as it carries nothing. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // no stack, no message: nothing to tell apart
  public static final Break SIGNAL = new Break();

  private Break() {
    super(null, null, false, false);
  }
}
