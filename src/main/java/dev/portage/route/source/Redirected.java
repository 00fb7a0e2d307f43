package dev.portage.route.source;

/** An answer that names another address of the same origin, to be asked at once. */
public final class Redirected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Redirected() {
    super("redirected", null, false, false);
  }
}
