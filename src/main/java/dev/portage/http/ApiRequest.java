package dev.portage.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to an API, before or after signing.
 *
 * @param method in upper case
 * @param address absolute, percent-encoded, without query, fragment and user information
 * @param query the parameters
 * @param headers by name as it goes over the wire
 * @param body null when there is none
 */
public record ApiRequest(
    String method, String address, Query query, Map<String, String> headers, @Nullable Body body) {
  private static final Set<String> HARMLESS_HEADERS =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  /** What a request carries. */
  public sealed interface Body {
    /** The media type that goes with the body when no header names one. */
    String contentType();
  }

  /**
   * A body sent as JSON.
   *
   * @param value the value
   */
  public record Json(JsonNode value) implements Body {
    @Override
    public String contentType() {
      return "application/json";
    }

    @Override
    public String toString() {
      return "Json";
    }
  }

  /**
   * A form, sent as it was written.
   *
   * @param text already encoded
   */
  public record Form(String text) implements Body {
    @Override
    public String contentType() {
      return "application/x-www-form-urlencoded";
    }

    @Override
    public String toString() {
      return "Form";
    }
  }

  /** Copies the headers; they keep their order. User information in the address is left out. */
  public ApiRequest {
    method = method.toUpperCase(Locale.ROOT);
    address = Urls.withoutUser(address);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A plain GET of an absolute address, which may hold a query. */
  public static ApiRequest get(String url) {
    return new ApiRequest("GET", "", Query.EMPTY, Map.of(), null).withUrl(url);
  }

  /** The whole address with its query. */
  public String url() {
    return query.isEmpty() ? address : address + "?" + query;
  }

  /** Scheme, host and port; see {@link Urls#origin}. */
  public String origin() {
    return Urls.origin(address);
  }

  /**
   * This request at another absolute address, with that address's query only. Where it leads to
   * another origin, only headers that cannot hold a credential go along.
   */
  public ApiRequest withUrl(String url) {
    int mark = url.indexOf('?');
    String path = mark < 0 ? url : url.substring(0, mark);
    Query parameters = mark < 0 ? Query.EMPTY : Query.parse(url.substring(mark + 1));
    return new ApiRequest(method, path, parameters, headersAt(path), body);
  }

  private Map<String, String> headersAt(String other) {
    if (headers.isEmpty() || Urls.origin(other).equals(origin())) {
      return headers;
    }
    Map<String, String> harmless = new LinkedHashMap<>(headers);
    harmless.keySet().removeIf(name -> !HARMLESS_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    return harmless;
  }

  /** This request with another query. */
  public ApiRequest withQuery(Query other) {
    return new ApiRequest(method, address, other, headers, body);
  }

  /** This request with a header; one of the same name, whatever its case, is replaced. */
  public ApiRequest withHeader(String name, String value) {
    return withHeaders(Map.of(name, value));
  }

  /** This request with headers; those of the same names, whatever their case, are replaced. */
  public ApiRequest withHeaders(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    others.forEach(
        (name, value) -> {
          all.keySet().removeIf(name::equalsIgnoreCase);
          all.put(name, value);
        });
    return new ApiRequest(method, address, query, all, body);
  }

  /** This request with a header, unless it has one of that name, whatever its case. */
  public ApiRequest withDefaultHeader(String name, String value) {
    return withDefaultHeaders(Map.of(name, value));
  }

  /** This request with headers, where it has none of the same name, whatever its case. */
  public ApiRequest withDefaultHeaders(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    others.forEach(
        (name, value) -> {
          if (all.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
            all.put(name, value);
          }
        });
    return new ApiRequest(method, address, query, all, body);
  }

  /** The value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return Optional.of(header.getValue());
      }
    }
    return Optional.empty();
  }

  /** This request with another body. */
  public ApiRequest withBody(@Nullable Body other) {
    return new ApiRequest(method, address, query, headers, other);
  }

  /** Method and address only: the query, headers and body may hold secrets. */
  @Override
  public String toString() {
    return method + " " + address;
  }
}
