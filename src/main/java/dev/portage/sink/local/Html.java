package dev.portage.sink.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A web page being written; whatever is not named markup is escaped. */
final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Markup, as it stands in our own code. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Text, escaped. */
  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** An element that holds text. */
  Html element(String name, String text) {
    return markup("<" + name + ">").text(text).markup("</" + name + ">");
  }

  /** A link within the catalog. */
  Html link(String href, String text) {
    return markup("<a href=\"").text(href).markup("\">").text(text).markup("</a>");
  }

  /** A link to somewhere else, which learns nothing about where it was followed from. */
  Html outerLink(String href, String text) {
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

  /** A path within the catalog, every segment encoded. */
  static String path(String... segments) {
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
        default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return escaped.toString();
  }
}
