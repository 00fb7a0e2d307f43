package dev.portage.route.call;

import java.io.IOException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/**
 * What camel-http cannot say of a single request: its own limit of time, and that it has no body at
 * all.
 */
public final class RequestTimeout implements HttpClientConfigurer, ExecChainHandler {
  /**
   * The header of a message that carries the limit in milliseconds; it never leaves the process.
   */
  public static final String HEADER = "X-Portage-Timeout";

  @Override
  public void configureHttpClient(HttpClientBuilder builder) {
    builder.addExecInterceptorFirst("portage-timeout", this);
    ConnectionWait.measure(builder);
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Header limit = request.getFirstHeader(HEADER);
    if (limit != null) {
      request.removeHeaders(HEADER);
      RequestConfig usual = scope.clientContext.getRequestConfigOrDefault();
      Timeout timeout = Timeout.ofMilliseconds(Long.parseLong(limit.getValue()));
      scope.clientContext.setRequestConfig(
          RequestConfig.copy(usual).setResponseTimeout(timeout).build());
    }
    if (request.getEntity() != null && request.getEntity().getContentLength() == 0) {
      // camel-http makes an empty body of none, and a GET with Content-Length: 0 is refused by
      // strict gateways.
      request.setEntity(null);
    }
    return chain.proceed(request, scope);
  }
}
