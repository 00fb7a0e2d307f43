package dev.portage.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whom we reach without a proxy: the entries of {@code NO_PROXY}, in the forms that curl, Python
 * and Go know between them.
 *
 * @param entries in lower case, without blanks
 */
public record NoProxy(List<String> entries) {

  /** Nobody. */
  public static final NoProxy NOBODY = new NoProxy(List.of());

  /** Copies the entries. */
  public NoProxy {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the variable: entries with commas or blanks between them. {@code *} is everybody; {@code
   * example.com}, {@code .example.com} and {@code *.example.com} are that host and all below it; an
   * address is itself; {@code 10.0.0.0/8} and {@code fd00::/8} are all addresses of a network; any
   * of the names and addresses may end in {@code :port}.
   */
  public static NoProxy parse(String text) {
    return new NoProxy(
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  /**
   * True when a server is reached directly.
   *
   * @param host its name or address as the URL has it, an IPv6 address with or without brackets;
   *     names are not looked up
   * @param port of the request, never a default left out
   */
  public boolean covers(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "").replaceFirst("\\.$", "");
    return entries.stream().anyMatch(entry -> covers(entry, name, port));
  }

  private static boolean covers(String entry, String name, int port) {
    if (entry.equals("*")) {
      return true;
    }
    if (entry.contains("/")) {
      return Network.parse(entry).map(network -> network.contains(name)).orElse(false);
    }
    String wanted = entry;
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon >= 0 && (entry.indexOf(':') == colon || entry.startsWith("["));
    if (hasPort && entry.indexOf(']') < colon) {
      if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }
      wanted = entry.substring(0, colon);
    }
    return matches(wanted.replaceAll("[\\[\\]]", ""), name);
  }

  private static boolean matches(String wanted, String name) {
    String domain = wanted.replaceFirst("^\\*?\\.", "");
    if (name.equals(domain)) {
      return true;
    }
    boolean address = Network.isAddress(name);
    return address
        ? Network.parse(domain).map(network -> network.contains(name)).orElse(false)
        : !domain.isEmpty() && name.endsWith("." + domain);
  }
}
