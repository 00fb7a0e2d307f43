package dev.portage.route.call;

import dev.portage.config.NetworkSettings;
import dev.portage.http.Proxies;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.io.CloseMode;

/**
 * camel-http, set up for one side: no retry, redirect or header of its own, and one pool of
 * connections.
 */
public final class HttpComponents {
  /** The name of the component towards the source API. */
  public static final String SOURCE = "source-http";

  /** The name of the component towards Port. */
  public static final String PORT = "port-http";

  private final Proxies proxies;
  private final Optional<TrustManager> trust;

  /** Through the proxies of the settings, trusting also the authorities that they name. */
  public HttpComponents(NetworkSettings network) {
    this.proxies = network.proxies();
    this.trust = Authorities.trusting(network.certificates());
  }

  /**
   * A component whose pool holds as many connections to one host as requests may be in flight: a
   * request waits for its connection, and gives it back when its answer is read.
   *
   * @param timeout for connecting, and for every silence while an answer is read
   * @param connections per host, at least 1
   */
  public HttpComponent create(Duration timeout, boolean verifyTls, int connections) {
    HttpComponent component = new BufferedHttpComponent();
    component.setConnectTimeout(timeout.toMillis());
    component.setResponseTimeout(timeout.toMillis());
    component.setSoTimeout(timeout.toMillis());
    // Waiting for a free connection is no fault of the API's: the requests in front of this one
    // have their own limits.
    component.setConnectionRequestTimeout(Duration.ofDays(1).toMillis());
    component.setConnectionsPerRoute(connections);
    component.setMaxTotalConnections(Math.max(200, connections));
    component.setAutomaticRetriesDisabled(true);
    component.setFollowRedirects(false);
    component.setCookieManagementDisabled(true);
    component.setHttpClientConfigurer(
        builder -> {
          new RequestTimeout().configureHttpClient(builder);
          new ProxyRoutes(proxies).configureHttpClient(builder);
        });
    component.setHeaderFilterStrategy(new OnlyOurHeaders());
    if (verifyTls) {
      trust.ifPresent(authorities -> trust(component, authorities));
    } else {
      trust(component, new TrustEverything());
      component.setX509HostnameVerifier(NoopHostnameVerifier.INSTANCE);
    }
    return component;
  }

  private static void trust(HttpComponent component, TrustManager manager) {
    TrustManagersParameters parameters = new TrustManagersParameters();
    parameters.setTrustManager(manager);
    SSLContextParameters tls = new SSLContextParameters();
    tls.setTrustManagers(parameters);
    component.setSslContextParameters(tls);
  }

  /** Ends all calls of a component that are under way, and makes every further one fail at once. */
  public static void cut(CamelContext context, String component) {
    for (Endpoint endpoint : context.getEndpoints()) {
      if (endpoint instanceof HttpEndpoint http
          && http.getComponent() == context.hasComponent(component)) {
        http.getClientConnectionManager().close(CloseMode.IMMEDIATE);
      }
    }
  }

  /** What {@code verify_ssl: false} asks for. */
  private static final class TrustEverything extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
