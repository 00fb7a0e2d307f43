package dev.portage.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

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
  public record Parameter(String name, String text) {

    /** The decoded value; empty when there is none. */
    public String value() {
      int sign = text.indexOf('=');
      return sign < 0 ? "" : decode(text.substring(sign + 1));
    }
  }

  /** Reads the text after the question mark of an address. An empty text gives an empty query. */
  public static Query parse(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    return new Query(
        Arrays.stream(text.split("&", -1))
            .map(
                part -> new Parameter(decode(part.split("=", 2)[0]), Encoding.illegalInQuery(part)))
            .toList());
  }

  /**
   * Some parameters.
   *
   * @param texts names and values in turn, as plain texts
   */
  public static Query of(String... texts) {
    List<Parameter> all = new ArrayList<>(texts.length / 2);
    for (int i = 0; i < texts.length; i += 2) {
      all.add(parameter(texts[i], texts[i + 1]));
    }
    return new Query(all);
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter(name, Encoding.everything(name) + "=" + Encoding.everything(value));
  }

  /**
   * The parameters that a JSON object stands for (contract, section 6.1): booleans as {@code true}
   * and {@code false}, null as an empty value, a list as a repeated parameter, an object as JSON.
   */
  public static Query of(JsonNode object) {
    Query query = EMPTY;
    for (var field : object.properties()) {
      if (field.getValue().isArray()) {
        for (JsonNode element : field.getValue()) {
          query = query.and(field.getKey(), JsonText.of(element));
        }
      } else {
        query = query.and(field.getKey(), JsonText.of(field.getValue()));
      }
    }
    return query;
  }

  /** This query with a further parameter at its end; name and value are plain texts. */
  public Query and(String name, String value) {
    return andEach(name, List.of(value));
  }

  /** This query with a parameter of that name at its end for each value; all are plain texts. */
  public Query andEach(String name, List<String> values) {
    List<Parameter> all = new ArrayList<>(parameters.size() + values.size());
    all.addAll(parameters);
    for (String value : values) {
      all.add(parameter(name, value));
    }
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

  /** The decoded value of the first parameter of that name. */
  public Optional<String> first(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).findFirst();
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
    StringJoiner text = new StringJoiner("&");
    for (Parameter parameter : parameters) {
      text.add(parameter.text());
    }
    return text.toString();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
