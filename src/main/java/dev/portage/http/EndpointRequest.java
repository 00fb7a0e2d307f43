package dev.portage.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says about the requests to one endpoint.
 *
 * @param method in upper case
 * @param template the address
 * @param query parameters that go with every page
 * @param headers that go with every page
 * @param body the same for every page; null when there is none
 */
public record EndpointRequest(
    String method,
    EndpointTemplate template,
    Query query,
    Map<String, String> headers,
    ApiRequest.@Nullable Body body) {

  /** Copies the headers; they keep their order. */
  public EndpointRequest {
    method = method.toUpperCase(Locale.ROOT);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /**
   * The request for concrete values (contract, section 6.1): base URL and endpoint are joined by
   * one slash. Of parameters with the same name the later wins: those written into the base URL,
   * those written into the endpoint, {@link #query}.
   *
   * <p>An endpoint that is an absolute http address is taken as it is; whoever signs the request
   * has to look at its {@link ApiRequest#origin()} first.
   */
  public ApiRequest at(String baseUrl, Map<String, String> values) {
    String endpoint = Urls.encodeIllegal(template.expand(values));
    ApiRequest base = ApiRequest.get(baseUrl);
    boolean absolute = Urls.isAbsolute(endpoint);
    ApiRequest target = ApiRequest.get(absolute ? endpoint : joined(base.address(), endpoint));
    Query parameters = absolute ? target.query() : base.query().overriddenBy(target.query());
    return new ApiRequest(method, target.address(), parameters.overriddenBy(query), headers, body);
  }

  private static String joined(String base, String endpoint) {
    return base.replaceFirst("/+$", "") + "/" + endpoint.replaceFirst("^/+", "");
  }
}
