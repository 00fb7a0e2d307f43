package dev.portage.route.port;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.route.watch.Watched;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

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
    return call(request, null);
  }

  /**
   * The same for a kind.
   *
   * @param upsert for which it is; null for none
   * @throws PortUnavailable when Port cannot be reached, or goes on failing
   */
  public ApiResponse call(ApiRequest request, @Nullable Watched upsert) {
    Exchange answered =
        template.request(
            "direct:port-call",
            exchange -> {
              exchange.getMessage().setBody(request);
              exchange.setVariable("upsert", upsert);
            });
    Exception failure = answered.getException();
    if (failure instanceof RuntimeException known) {
      throw known;
    }
    if (failure != null) {
      throw new CamelExecutionException("a call to Port failed", answered, failure);
    }
    return answered.getMessage().getBody(ApiResponse.class);
  }
}
