package dev.portage.route;

import dev.portage.config.RunSettings;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP listener: where it is put together, and what everything shares that answers on it.
 *
 * @param host on which it can be reached
 * @param port 0 for any free one
 */
record HttpListener(String host, int port) {
  private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);

  /** Nobody has to send us more than that. */
  private static final long LARGEST_BODY = 1024L * 1024;

  static HttpListener of(RunSettings settings) {
    return new HttpListener(settings.httpHost(), settings.httpPort());
  }

  /**
   * Lets the listener start with Camel; routes then answer at {@code platform-http:/path}.
   *
   * @throws IllegalStateException when nobody can listen there
   */
  void open(Main main) {
    requireFree();
    main.configure()
        .httpServer()
        .withEnabled(true)
        .withHost(host)
        .withPort(port)
        .withMaxBodySize(LARGEST_BODY);
    main.bind("listener-threads", threads());
  }

  /** Vert.x only logs that it could not listen, so it is tried before. */
  private void requireFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException | IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
  }

  private IllegalStateException refused(String reason, Throwable cause) {
    return new IllegalStateException(
        "HTTP listener: %s:%d cannot be opened (%s); expected a free port in APPLICATION__PORT and an address of this machine in PORTAGE__HTTP__HOST"
            .formatted(host, port, reason),
        cause);
  }

  /** Few threads, since there are few callers; and no files, since the disk may be read-only. */
  private static VertxOptions threads() {
    return new VertxOptions()
        .setEventLoopPoolSize(2)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  /**
   * Says where it listens.
   *
   * @return the port
   * @throws IllegalStateException when it does not listen
   */
  int announce(CamelContext context) {
    int actual =
        VertxPlatformHttpRouter.lookup(context, VertxPlatformHttpRouter.getRouterNameFromPort(port))
            .getServer()
            .getPort();
    if (actual <= 0) {
      throw refused("somebody else took it", new IOException("not listening"));
    }
    LOG.info("HTTP listener on {}:{}", host, actual);
    return actual;
  }
}
