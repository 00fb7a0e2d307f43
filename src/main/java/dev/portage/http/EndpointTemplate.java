package dev.portage.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of an endpoint as a mapping writes it, with {@code {name}} where a value goes
 * (contract, section 6.6).
 *
 * @param text relative to the base URL, or absolute; may hold a query string
 */
public record EndpointTemplate(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** The names of the placeholders, each once, in order. */
  public List<String> placeholders() {
    List<String> names = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      if (!names.contains(matcher.group(1))) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /**
   * The template for logs and traces, with the names of its placeholders and without what may be
   * secret: user information and query.
   */
  public String shown() {
    return text.replaceFirst("[?#].*", "").replaceFirst("^(\\w+://)[^/@]*@", "$1");
  }

  /**
   * The text with every placeholder replaced by its percent-encoded value; unknown names stay as
   * they are.
   */
  public String expand(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              return Matcher.quoteReplacement(
                  value == null ? found.group() : Urls.encodeSegment(value));
            });
  }
}
