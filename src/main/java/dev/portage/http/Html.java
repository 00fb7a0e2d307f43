package dev.portage.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A web page being written; whatever is not named markup is escaped. What is written so is
 * well-formed XML, too, as long as the markup is.
 */
public final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Markup, as it stands in our own code. */
  public Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Text, escaped. */
  public Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** An element that holds text. */
  public Html element(String name, String text) {
    return markup("<" + name + ">").text(text).markup("</" + name + ">");
  }

  /** A link within the same site. */
  public Html link(String href, String text) {
    return markup("<a href=\"").text(href).markup("\">").text(text).markup("</a>");
  }

  /** A link to somewhere else, which learns nothing about where it was followed from. */
  public Html outerLink(String href, String text) {
    return markup("<a rel=\"noopener noreferrer\" href=\"")
        .text(href)
        .markup("\">")
        .text(text)
        .markup("</a>");
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** A path from the root, every segment encoded. */
  public static String path(String... segments) {
    return Arrays.stream(segments)
        .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isCharacter(c) ? c : '\uFFFD');
      }
    }
    return escaped.toString();
  }

  /** What XML 1.0 and HTML allow, half of a pair included. */
  private static boolean isCharacter(char c) {
    return c < ' ' ? c == '\n' || c == '\t' : c < '\uFFFE';
  }
}
