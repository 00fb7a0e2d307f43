package dev.portage.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pure functions on addresses. */
public final class Urls {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)(https?://[^/?#]*)(.*)", Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*://)([^/?#]*)@");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[\\p{L}\\p{N}._~-]+)(?::(\\d{0,5}))?");

  private Urls() {}

  /** The path of an address as it is written, without query and fragment; may be empty. */
  public static String path(String address) {
    return Reference.parse(address).path();
  }

  /**
   * Percent-encodes a value so that it is one path segment (RFC 3986, section 2.3): only unreserved
   * characters stay.
   */
  public static String encodeSegment(String value) {
    // "." and ".." would be taken for steps in the path.
    return value.equals(".") || value.equals("..")
        ? value.replace(".", "%2E")
        : Encoding.everything(value);
  }

  /**
   * Percent-encodes only what may not stand in an address, and keeps everything that is encoded
   * already. Brackets stay in the query; a {@code #} is part of the path or query; scheme and host
   * of an absolute address are left alone.
   */
  public static String encodeIllegal(String text) {
    Matcher absolute = ABSOLUTE.matcher(text);
    if (absolute.matches()) {
      return absolute.group(1) + encodeIllegal(String.valueOf(absolute.group(2)));
    }
    int mark = text.indexOf('?');
    return mark < 0
        ? Encoding.illegalInPath(text)
        : Encoding.illegalInPath(text.substring(0, mark))
            + "?"
            + Encoding.illegalInQuery(text.substring(mark + 1));
  }

  /** True when the text begins with http or https, two slashes and a host. */
  public static boolean isAbsolute(String text) {
    Matcher absolute = ABSOLUTE.matcher(text);
    return absolute.matches() && !String.valueOf(absolute.group(1)).endsWith("//");
  }

  /**
   * Resolves a link against the address it was found at (RFC 3986, section 5). Fragment and user
   * information are left out.
   *
   * @return the absolute address, or empty when the link leads to no http address
   */
  public static Optional<String> resolve(String base, String link) {
    String found = link.strip().replaceFirst("(?s)#.*$", "");
    String target = Reference.parse(base).resolve(Reference.parse(encodeIllegal(found))).toString();
    return Optional.of(withoutUser(target)).filter(Urls::hasPlainHost);
  }

  private static boolean hasPlainHost(String url) {
    String authority = Reference.parse(url).authority();
    return isAbsolute(url) && authority != null && HOST_AND_PORT.matcher(authority).matches();
  }

  /**
   * Scheme, host and port of an absolute address, in lower case, the port always given: {@code
   * https://host:443}. User information is no part of it.
   *
   * @throws IllegalArgumentException when the text is no absolute http address; the message does
   *     not repeat it
   */
  public static String origin(String url) {
    Reference reference = Reference.parse(withoutUser(url));
    String authority = reference.authority() == null ? "" : reference.authority();
    Matcher parts = HOST_AND_PORT.matcher(authority);
    if (!isAbsolute(url) || !parts.matches()) {
      throw new IllegalArgumentException("not an absolute http address with a plain host name");
    }
    String scheme = String.valueOf(reference.scheme()).toLowerCase(Locale.ROOT);
    String port = parts.group(2);
    return scheme
        + "://"
        + String.valueOf(parts.group(1)).toLowerCase(Locale.ROOT)
        + ":"
        + (port != null && !port.isEmpty() ? port : scheme.equals("https") ? "443" : "80");
  }

  /** The address without {@code user:password@}. */
  public static String withoutUser(String url) {
    return url.indexOf('@') < 0 ? url : USER.matcher(url).replaceFirst("$1");
  }

  /** The decoded {@code user:password} of an absolute address; empty when it has none. */
  public static Optional<Secret> user(String url) {
    Matcher user = USER.matcher(url);
    return user.find() ? Optional.of(new Secret(decode(user.group(2)))) : Optional.empty();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
