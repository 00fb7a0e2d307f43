package dev.portage.route.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What somebody asks of the listener, as far as it matters for whether it is answered.
 *
 * @param method in capitals
 * @param target what stands in the request line: path and query, not decoded
 * @param prefix below which health and metrics are; empty for none
 * @param headers all values of a header by its name; empty for none
 */
record Ask(String method, String target, String prefix, Function<String, List<String>> headers) {

  /** The target without its query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The value of a header; empty when it is not there. */
  String header(String name) {
    List<String> all = headers.apply(name);
    return all.isEmpty() ? "" : all.get(0).strip();
  }

  /** How often a header is there. */
  int count(String name) {
    return headers.apply(name).size();
  }

  /** True when nothing is changed by it. */
  boolean isReading() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** The media type of the body, without parameters, in lower case; empty when none is named. */
  String mediaType() {
    return header("Content-Type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /** The area it is about. */
  Area area() {
    return Area.of(path(), prefix);
  }
}
