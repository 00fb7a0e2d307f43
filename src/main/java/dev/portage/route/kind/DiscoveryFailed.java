package dev.portage.route.kind;

/** The values of a path parameter could not all be found; those found before are used. */
final class DiscoveryFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DiscoveryFailed(Exception cause) {
    super("path parameter values: " + cause.getMessage(), cause);
  }
}
