package dev.portage.http;

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

  /**
   * Takes any text apart, as the expression in appendix B of RFC 3986 does; a fragment is left out.
   * By hand, since it is done several times for each call.
   */
  static Reference parse(String text) {
    int end = indexOr(text, '#', 0, text.length());
    int mark = indexOr(text, '?', 0, end);
    int colon = schemeEnd(text, mark);
    int rest = colon < 0 ? 0 : colon + 1;
    boolean hasAuthority = text.startsWith("//", rest) && rest + 2 <= mark;
    int path = hasAuthority ? indexOr(text, '/', rest + 2, mark) : rest;
    return new Reference(
        colon < 0 ? null : text.substring(0, colon),
        hasAuthority ? text.substring(rest + 2, path) : null,
        text.substring(path, mark),
        mark < end ? text.substring(mark + 1, end) : null);
  }

  /** Where the character stands first between two places; the second of them when it does not. */
  private static int indexOr(String text, char wanted, int from, int end) {
    int at = text.indexOf(wanted, from);
    return at < 0 || at > end ? end : at;
  }

  /** Where the colon after the scheme stands; -1 when there is no scheme. */
  private static int schemeEnd(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':' && i > 0) {
        return i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean further = (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
      if (!letter && !(further && i > 0)) {
        return -1;
      }
    }
    return -1;
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
