package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that arrived.
 *
 * @param method in upper case; {@code GET} for {@code HEAD}
 * @param path the segments of the path, decoded; empty for {@code /}
 * @param query the parameters, decoded, in the order of their values
 * @param headers by their names in lower case
 * @param body as it came; nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Call(
    String method,
    List<String> path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Whether a query parameter is {@code true} or {@code 1}. */
  boolean flag(String name) {
    return parameter(name).filter(value -> value.equals("true") || value.equals("1")).isPresent();
  }

  /** Who calls; empty when it does not say. */
  String agent() {
    return header("user-agent").orElse("");
  }

  /**
   * The body as a JSON object.
   *
   * @throws Refusal 400 when it is no JSON, 422 when it is something other than an object
   */
  ObjectNode object() {
    JsonNode read = body.length == 0 ? null : Json.read(body);
    if (read instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.invalid("body: expected a JSON object");
  }
}
