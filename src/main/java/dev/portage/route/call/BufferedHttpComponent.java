package dev.portage.route.call;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;

/**
 * camel-http with connections whose buffers hold a whole bulk upsert and most answers, so that one
 * goes out and the other comes in by one call of the system instead of two and more.
 */
final class BufferedHttpComponent extends HttpComponent {
  /** Bytes, once to write and once to read, for each connection; those of httpcore are 8 KiB. */
  private static final int BUFFER = 32 * 1024;

  @Override
  @SuppressWarnings("deprecation") // camel-http still names the type
  protected HttpClientConnectionManager createConnectionManager(
      Registry<org.apache.hc.client5.http.socket.ConnectionSocketFactory> registry,
      int maxTotalConnections,
      int connectionsPerRoute,
      SocketConfig socketConfig) {
    PoolingHttpClientConnectionManager pool =
        new PoolingHttpClientConnectionManager(
            registry,
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.ofMilliseconds(getConnectionTimeToLive()),
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom().setBufferSize(BUFFER).build())
                .build());
    pool.setDefaultSocketConfig(socketConfig);
    pool.setMaxTotal(maxTotalConnections > 0 ? maxTotalConnections : getMaxTotalConnections());
    pool.setDefaultMaxPerRoute(
        connectionsPerRoute > 0 ? connectionsPerRoute : getConnectionsPerRoute());
    return pool;
  }
}
