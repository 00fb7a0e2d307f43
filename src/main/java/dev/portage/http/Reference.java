package dev.portage.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address taken apart, and its resolution by RFC 3986, section 5.2. {@link java.net.URI} is not
 * used because it loses the last step of the path for {@code ?page=2}, and knows no host with an
 * underscore.
 *
 * @param scheme null when the reference is relative
 * @param authority null when there is none; may hold user information
 * @param path may be empty
 * @param query null when there is no question mark
 */
record Reference(
    @Nullable String scheme, @Nullable String authority, String path, @Nullable String query) {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  /** Takes any text apart; a fragment is left out. */
  static Reference parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("the pattern matches every text");
    }
    return new Reference(
        parts.group(1), parts.group(2), String.valueOf(parts.group(3)), parts.group(4));
  }

  /** This absolute address as the base of a relative one. */
  Reference resolve(Reference link) {
    if (link.scheme != null) {
      return new Reference(link.scheme, link.authority, withoutDots(link.path), link.query);
    }
    if (link.authority != null) {
      return new Reference(scheme, link.authority, withoutDots(link.path), link.query);
    }
    if (link.path.isEmpty()) {
      return new Reference(scheme, authority, path, link.query != null ? link.query : query);
    }
    String target = link.path.startsWith("/") ? link.path : directory() + link.path;
    return new Reference(scheme, authority, withoutDots(target), link.query);
  }

  private String directory() {
    return path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Section 5.2.4. */
  private static String withoutDots(String path) {
    StringBuilder out = new StringBuilder();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals("..")) {
        out.setLength(Math.max(out.lastIndexOf("/"), 0));
      } else if (!segments[i].equals(".")) {
        out.append(i > 0 ? "/" : "").append(segments[i]);
        continue;
      }
      out.append(last ? "/" : "");
    }
    return out.toString();
  }

  /** The address as text. */
  @Override
  public String toString() {
    return (scheme == null ? "" : scheme + ":")
        + (authority == null ? "" : "//" + authority)
        + path
        + (query == null ? "" : "?" + query);
  }
}
