package dev.portage.route.port;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/**
 * Asks Port through the route {@code port-call}, so that every call is seen, counted and repeated
 * in one place.
 */
public final class PortClient {
  private final ProducerTemplate template;

  /** Sends what it is given through the route {@code port-call}. */
  public PortClient(ProducerTemplate template) {
    this.template = template;
  }

  /**
   * Port's answer, whatever its status, unless that is worth another try.
   *
   * @throws PortUnavailable when Port cannot be reached, or goes on failing
   */
  public ApiResponse call(ApiRequest request) {
    try {
      return template.requestBody("direct:port-call", request, ApiResponse.class);
    } catch (CamelExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
