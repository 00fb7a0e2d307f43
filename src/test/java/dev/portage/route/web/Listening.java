package dev.portage.route.web;

import dev.portage.config.HttpSettings;
import dev.portage.http.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A listener with a route in each area, and the console. */
final class Listening implements AutoCloseable {
  static final String TOKEN = "canary-token-of-the-listener";

  /** Below the prefix, and as if there were none. */
  private static final List<String> PATHS =
      List.of(
          "/", "/health/live", "/p/health/live", "/metrics", "/p/metrics", "/p/page", "/resync");

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final int port;

  private Listening(HttpSettings settings, Patience patience) throws Exception {
    HttpListener listener = new HttpListener(settings, "portage.example.com");
    listener.open(camel, patience);
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            for (String path : PATHS) {
              from("platform-http:" + path).removeHeaders("*").setBody(constant("here: " + path));
            }
          }
        });
    camel.start();
    port = listener.announce(camel);
  }

  static Listening on(String host, String token, String... open) throws Exception {
    return new Listening(
        new HttpSettings(host, 0, new Secret(token), Set.of(open), Set.of(), "/p"), Patience.USUAL);
  }

  /** Not exposed, and so impatient that a test can wait. */
  static Listening impatiently() throws Exception {
    return new Listening(
        new HttpSettings("127.0.0.1", 0, Secret.EMPTY, Set.of("health"), Set.of(), ""),
        new Patience(Duration.ofMillis(300), Duration.ofMillis(300)));
  }

  RawHttp http() {
    return new RawHttp(port);
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    camel.stop();
  }
}
