package dev.portage.route.call;

import dev.portage.http.Proxies;
import dev.portage.http.ProxyServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request through the proxy that is meant for it: https by a tunnel (CONNECT), http by
 * handing it over. A proxy is told who we are in the tunnel when it asks, and with each request
 * that is handed over, since a body cannot be sent twice.
 */
final class ProxyRoutes extends DefaultRoutePlanner
    implements HttpClientConfigurer, HttpRequestInterceptor {
  private final Proxies proxies;

  ProxyRoutes(Proxies proxies) {
    super(null);
    this.proxies = proxies;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder builder) {
    if (proxies.http() == null && proxies.https() == null) {
      return;
    }
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    login(credentials, proxies.http());
    login(credentials, proxies.https());
    builder
        .setRoutePlanner(this)
        .setDefaultCredentialsProvider(credentials)
        .addRequestInterceptorLast(this);
  }

  private static void login(BasicCredentialsProvider credentials, @Nullable ProxyServer proxy) {
    if (proxy != null && proxy.isAuthenticated()) {
      credentials.setCredentials(
          new AuthScope(proxy.host(), proxy.port()),
          new UsernamePasswordCredentials(proxy.user(), proxy.password().reveal().toCharArray()));
    }
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    return proxies
        .towards(target.getSchemeName(), target.getHostName(), target.getPort())
        .map(proxy -> new HttpHost("http", proxy.host(), proxy.port()))
        .orElse(null);
  }

  @Override
  public void process(HttpRequest request, @Nullable EntityDetails entity, HttpContext context) {
    RouteInfo route = HttpClientContext.cast(context).getHttpRoute();
    ProxyServer proxy = proxies.http();
    boolean handedOver = route != null && route.getProxyHost() != null && !route.isTunnelled();
    if (handedOver && proxy != null && proxy.isAuthenticated()) {
      String login = proxy.user() + ":" + proxy.password().reveal();
      request.setHeader(
          HttpHeaders.PROXY_AUTHORIZATION,
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
