package dev.portage.route.web;

import dev.portage.config.HttpSettings;
import dev.portage.config.Settings;
import dev.portage.route.web.console.Console;
import dev.portage.trigger.Trigger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP listener: where it is put together, and what everything shares that answers on it.
 *
 * @param settings where it is, and who may ask
 * @param publicName the name at which Port calls; empty for none
 */
public record HttpListener(HttpSettings settings, String publicName) {
  private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);

  /** The listener of an installation. */
  public static HttpListener of(Settings settings) {
    return new HttpListener(settings.run().http(), publicName(settings.trigger()));
  }

  /** Port knows us under that name, and a proxy in front may hand it on. */
  private static String publicName(Trigger trigger) {
    if (!(trigger instanceof Trigger.Webhook webhook)) {
      return "";
    }
    String host = URI.create(webhook.appHost()).getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  /** Name or address on which it listens. */
  public String host() {
    return settings.host();
  }

  int port() {
    return settings.port();
  }

  Access access() {
    return Access.of(settings, publicName);
  }

  /**
   * Refuses at once when nobody can listen there.
   *
   * @throws IllegalStateException with the settings to change
   */
  public void requireFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(host(), port()));
    } catch (IOException | IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Lets the listener start with Camel. From now on the registry holds its router, and routes
   * answer at {@code platform-http:/path}.
   *
   * @throws IllegalStateException when nobody can listen there
   */
  public void open(CamelContext context) {
    open(context, Patience.USUAL);
  }

  /** The same, with other limits of time. */
  void open(CamelContext context, Patience patience) {
    try {
      WebServer server = new WebServer(context, this, patience);
      Console console = new Console();
      console.open(router(context));
      context.addService(console);
      context.addService(server);
    } catch (Exception e) {
      throw e instanceof IllegalStateException told
          ? told
          : refused(String.valueOf(e.getMessage()), e);
    }
  }

  IllegalStateException refused(String reason, Throwable cause) {
    return new IllegalStateException(
        "HTTP listener: %s:%d cannot be opened (%s); expected a free port in APPLICATION__PORT and an address of this machine in PORTAGE__HTTP__HOST"
            .formatted(host(), port(), reason),
        cause);
  }

  /**
   * Says where it listens, and whom it answers.
   *
   * @return the port
   */
  public int announce(CamelContext context) {
    int actual = router(context).getServer().getPort();
    LOG.info("HTTP listener on {}:{}", host(), actual);
    if (settings.isExposed() && settings.token().isEmpty()) {
      LOG.info(
          "It can be reached from other machines and PORTAGE__HTTP__TOKEN is not set: only {} can"
              + " be read there",
          String.join(", ", settings.open()));
    }
    return actual;
  }

  private VertxPlatformHttpRouter router(CamelContext context) {
    return VertxPlatformHttpRouter.lookup(
        context, VertxPlatformHttpRouter.getRouterNameFromPort(port()));
  }
}
