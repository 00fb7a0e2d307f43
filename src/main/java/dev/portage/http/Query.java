package dev.portage.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The query of a request: parameters in order, each kept as it was written, so that a link comes
 * back to the letter.
 *
 * @param parameters in order; a name may occur several times
 */
public record Query(List<Parameter> parameters) {

  /** No parameters. */
  public static final Query EMPTY = new Query(List.of());

  /** Copies the list. */
  public Query {
    parameters = List.copyOf(parameters);
  }

  /**
   * One parameter.
   *
   * @param name the decoded name
   * @param text {@code name=value} as it goes over the wire
   */
  public record Parameter(String name, String text) {}

  /** Reads the text after the question mark of an address. An empty text gives an empty query. */
  public static Query parse(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    return new Query(
        Arrays.stream(text.split("&"))
            .filter(part -> !part.isEmpty())
            .map(part -> new Parameter(decode(part.split("=", 2)[0]), Urls.encodeIllegal(part)))
            .toList());
  }

  /** This query with a further parameter at its end. */
  public Query and(String name, String value) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(new Parameter(name, encode(name) + "=" + encode(value)));
    return new Query(all);
  }

  /** This query without the parameters of that name, and with one at its end. */
  public Query with(String name, String value) {
    return without(name).and(name, value);
  }

  /** This query without the parameters of that name. */
  public Query without(String name) {
    return new Query(parameters.stream().filter(p -> !p.name().equals(name)).toList());
  }

  /**
   * The parameters of the other query replace those of the same name here; the rest of both is
   * kept.
   */
  public Query overriddenBy(Query other) {
    List<Parameter> all =
        new ArrayList<>(
            parameters.stream()
                .filter(p -> other.parameters.stream().noneMatch(o -> o.name().equals(p.name())))
                .toList());
    all.addAll(other.parameters);
    return new Query(all);
  }

  /** True when there are no parameters. */
  public boolean isEmpty() {
    return parameters.isEmpty();
  }

  /** The query as it goes over the wire, without a question mark. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Parameter parameter : parameters) {
      text.append(text.isEmpty() ? "" : "&").append(parameter.text());
    }
    return text.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
