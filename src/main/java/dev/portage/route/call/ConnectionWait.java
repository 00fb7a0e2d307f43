package dev.portage.route.call;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * How long a request waited until it had a connection: for one of those that others use, or for a
 * new one. A request is sent and its answer read by one thread, which finds the time here.
 */
public final class ConnectionWait {
  private static final ThreadLocal<Long> WAITED = new ThreadLocal<>();
  private static final String BEGUN = "portage.begun";

  private ConnectionWait() {}

  /** Measures all requests of a client. */
  static void measure(HttpClientBuilder builder) {
    builder.addExecInterceptorFirst("portage-begun", ConnectionWait::begin);
    builder.addExecInterceptorAfter(
        ChainElement.CONNECT.name(), "portage-connected", ConnectionWait::connected);
  }

  private static ClassicHttpResponse begin(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    scope.clientContext.setAttribute(BEGUN, System.nanoTime());
    return chain.proceed(request, scope);
  }

  private static ClassicHttpResponse connected(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    if (scope.clientContext.getAttribute(BEGUN) instanceof Long begun) {
      WAITED.set(System.nanoTime() - begun);
    }
    return chain.proceed(request, scope);
  }

  /** Nanoseconds that the last request of this thread waited; 0 when it was asked for before. */
  public static long take() {
    Long waited = WAITED.get();
    WAITED.remove();
    return waited == null ? 0 : waited;
  }
}
