package dev.portage.route.call;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Sends the headers that signing set, and nothing that travels with an exchange; takes in all that
 * comes back.
 */
final class OnlyOurHeaders implements HeaderFilterStrategy {
  /** Written by the client itself, from the body. */
  private static final Set<String> OF_THE_CLIENT =
      Set.of("content-type", "content-length", "transfer-encoding", "connection");

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("camel") || OF_THE_CLIENT.contains(lower);
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return false;
  }
}
