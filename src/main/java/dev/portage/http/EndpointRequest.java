package dev.portage.http;

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

  /** Copies the headers. */
  public EndpointRequest {
    headers = Map.copyOf(headers);
  }

  /**
   * The request for concrete values (contract, section 6.1): base URL and endpoint are joined by
   * one slash, and the query string written into the endpoint is kept unless {@link #query} names
   * the same parameter.
   */
  public ApiRequest at(String baseUrl, Map<String, String> values) {
    String endpoint = Urls.encodeIllegal(template.expand(values));
    String url = baseUrl.replaceFirst("/+$", "") + "/" + endpoint.replaceFirst("^/+", "");
    ApiRequest request = ApiRequest.get(url);
    return new ApiRequest(
        method, request.address(), request.query().overriddenBy(query), headers, body);
  }
}
