package dev.portage.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A server that passes requests on.
 *
 * @param host its name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param user who we are to it; empty when it does not ask
 * @param password that goes with the user; may be empty
 */
public record ProxyServer(String host, int port, String user, Secret password) {
  /** What may stand in such a variable. */
  public static final String EXPECTED = "http://[user:password@]host[:port]";

  private static final int USUAL_PORT = 80;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the value of a variable such as {@code HTTPS_PROXY}: {@code [http://][user:password@]
   * host[:port]}. The port is 80 where none is named, as curl and Python have it; user and password
   * may be percent-encoded.
   *
   * @throws IllegalArgumentException when it is something else; the message shows no password
   */
  public static ProxyServer parse(String text) {
    String url = text.strip();
    URI uri = uri(url.contains("://") ? url : "http://" + url);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http")) {
      throw new IllegalArgumentException("has the scheme " + scheme);
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
      throw new IllegalArgumentException("names no server");
    }
    String[] login = String.valueOf(uri.getRawUserInfo()).split(":", 2);
    return new ProxyServer(
        uri.getHost().replaceAll("[\\[\\]]", ""),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        uri.getRawUserInfo() == null ? "" : decode(login[0]),
        login.length < 2 ? Secret.EMPTY : new Secret(decode(login[1])));
  }

  /** True when it is told who we are. */
  public boolean isAuthenticated() {
    return !user.isEmpty();
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      // Its message repeats the text, with the password in it.
      throw new IllegalArgumentException("is no address");
    }
  }

  /** Percent-encoding alone: a plus sign is one. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
