package dev.portage.config;

import dev.portage.http.Secret;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The HTTP listener: where it is, and who may ask there (ADR 0017).
 *
 * @param host name or address on which it can be reached
 * @param port 0 for any free one
 * @param token what callers must present; empty for none
 * @param open what can be read without it: {@code health}, {@code metrics}, {@code page}
 * @param allowedHosts further names by which callers may know it, in lower case
 * @param pathPrefix below which health and metrics are: empty, or with a slash at its begin only
 */
public record HttpSettings(
    String host,
    int port,
    Secret token,
    Set<String> open,
    Set<String> allowedHosts,
    String pathPrefix) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  /** Makes the sets unchangeable. */
  public HttpSettings {
    open = Set.copyOf(open);
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /** True when callers may come from another machine. */
  public boolean isExposed() {
    return !isLoopback(host);
  }

  /**
   * True for a name or address that stands for this very machine; a URL's brackets may be there.
   */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.strip().toLowerCase(Locale.ROOT)).matches();
  }
}
