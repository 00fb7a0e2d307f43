package dev.portage.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Pure functions on addresses. */
public final class Urls {
  private static final String UNRESERVED = "-._~";
  private static final String LEGAL = UNRESERVED + "!$&'()*+,;=:@/?[]";

  private Urls() {}

  /**
   * Percent-encodes a value so that it is one path segment (RFC 3986, section 2.3): only unreserved
   * characters stay.
   */
  public static String encodeSegment(String value) {
    // "." and ".." would be taken for steps in the path.
    if (value.equals(".") || value.equals("..")) {
      return value.replace(".", "%2E");
    }
    return encode(value, UNRESERVED, false);
  }

  /**
   * Percent-encodes only what may not stand in an address, and keeps everything that is encoded
   * already.
   */
  public static String encodeIllegal(String text) {
    return encode(text, LEGAL, true);
  }

  private static String encode(String text, String kept, boolean keepEncoded) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      boolean letterOrDigit = b < 128 && Character.isLetterOrDigit(b);
      boolean escape =
          keepEncoded
              && b == '%'
              && i + 2 < bytes.length
              && isHex(bytes[i + 1])
              && isHex(bytes[i + 2]);
      if (letterOrDigit || escape || (b < 128 && kept.indexOf(b) >= 0)) {
        out.append((char) b);
      } else {
        out.append('%').append(hex(b >> 4)).append(hex(b & 15));
      }
    }
    return out.toString();
  }

  private static boolean isHex(byte b) {
    return Character.digit(b, 16) >= 0;
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }

  /**
   * Resolves a link against the address it was found at (RFC 3986, section 5).
   *
   * @return the absolute address, or empty when the link is no http address
   */
  public static Optional<String> resolve(String base, String link) {
    try {
      URI target = new URI(base).resolve(new URI(encodeIllegal(link.strip())));
      String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
      boolean http = (scheme.equals("http") || scheme.equals("https")) && target.getHost() != null;
      return http ? Optional.of(target.toString().replaceFirst("#.*$", "")) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Scheme, host and port of an absolute address, in lower case, the port always given: {@code
   * https://host:443}.
   */
  public static String origin(String url) {
    URI uri = URI.create(url.replaceFirst("[?#].*$", ""));
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }
}
