package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.Findings.Severity;
import dev.portage.http.ApiRequest;
import dev.portage.http.EndpointRequest;
import dev.portage.http.EndpointTemplate;
import dev.portage.http.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a selector or a path parameter says about its requests (contract, section 6.1). */
final class RequestReader {
  private RequestReader() {}

  /** The request to an endpoint; what is wrong in it is noted and left out. */
  // NullAway reads the annotation of EndpointRequest's body, a nested type, as one of ApiRequest.
  @SuppressWarnings("NullAway")
  static EndpointRequest read(Spot spot, String endpoint) {
    return new EndpointRequest(
        method(spot.get(SelectorTable.METHOD)),
        new EndpointTemplate(endpoint),
        query(spot.get(SelectorTable.QUERY_PARAMS)),
        headers(spot.get(SelectorTable.HEADERS)),
        body(spot.get(SelectorTable.BODY)));
  }

  private static String method(Spot spot) {
    if (spot.isAbsent()) {
      return SelectorTable.METHOD.fallback();
    }
    String method =
        spot.text("the name of a method")
            .orElse(SelectorTable.METHOD.fallback())
            .toUpperCase(Locale.ROOT);
    if (!MappingTable.METHODS.contains(method)) {
      String hint = Nearest.hint(method, MappingTable.METHODS);
      spot.add(Severity.STOP, "one of " + String.join(", ", MappingTable.METHODS) + hint);
    }
    return method;
  }

  private static Query query(Spot spot) {
    Query query = Query.EMPTY;
    for (Map.Entry<String, Spot> entry : spot.entries().entrySet()) {
      Spot value = entry.getValue();
      List<Spot> values = value.value().isArray() ? value.elements() : List.of(value);
      for (Spot one : values) {
        query = query.and(entry.getKey(), parameter(one));
      }
    }
    return query;
  }

  private static String parameter(Spot spot) {
    return spot.value().isNull() ? "" : spot.text("a text, number, boolean or null").orElse("");
  }

  private static Map<String, String> headers(Spot spot) {
    Map<String, String> headers = new LinkedHashMap<>();
    spot.entries()
        .forEach((name, entry) -> header(name, entry).ifPresent(v -> headers.put(name, v)));
    return headers;
  }

  private static Optional<String> header(String name, Spot spot) {
    Optional<String> text = Texts.scalar(spot.value());
    if (text.isEmpty()) {
      spot.add(Severity.REFUSE, "is " + Texts.kind(spot.value()), "a text");
    }
    text.flatMap(value -> HeaderRules.mistake(name, value))
        .ifPresent(mistake -> spot.add(Severity.STOP, mistake, "a header of one line"));
    return text;
  }

  private static ApiRequest.@Nullable Body body(Spot spot) {
    JsonNode body = spot.value();
    if (spot.isAbsent() || (body.isContainerNode() && body.isEmpty())) {
      return null;
    }
    if (!body.isContainerNode()) {
      spot.add(Severity.REFUSE, "is " + Texts.kind(body), "an object or a list");
    }
    return new ApiRequest.Json(body);
  }
}
