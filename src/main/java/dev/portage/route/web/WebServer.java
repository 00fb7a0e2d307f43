package dev.portage.route.web;

import dev.portage.route.call.Failures;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Camel's Vert.x server, with an entrance before all routes, limits of time, and no files of what
 * is sent. Its own one cannot be given these.
 */
final class WebServer extends VertxPlatformHttpServer {
  private static final long SECONDS = 10;

  private final HttpListener listener;
  private final Patience.Watch watch;
  private final Router root;
  private final BodyHandler bodies = BodyHandler.create(false).setBodyLimit(Access.LARGEST_BODY);
  private @Nullable HttpServer server;

  /** Can be given routes from now on; listens once it is started. */
  WebServer(CamelContext context, HttpListener listener, Patience patience) {
    super(configuration(listener));
    this.listener = listener;
    Vertx threads = Vertx.vertx(threads());
    setCamelContext(context);
    setVertx(threads);
    watch = patience.over(threads);
    root = Router.router(threads);
    root.route().handler(new Entrance(listener.access(), listener.settings().pathPrefix(), watch));
    Router routes = Router.router(threads);
    root.route("/*").subRouter(routes);
    bind(context, threads, routes);
  }

  private static VertxPlatformHttpServerConfiguration configuration(HttpListener listener) {
    VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
    configuration.setBindHost(listener.host());
    configuration.setBindPort(listener.port());
    configuration.setMaxBodySize(Access.LARGEST_BODY);
    return configuration;
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
   * No HTTP/2, since a connection that may become that is known here with its first request only.
   */
  private static HttpServerOptions options() {
    return new HttpServerOptions().setHttp2ClearTextEnabled(false);
  }

  @Override
  public int getPort() {
    HttpServer open = server;
    return open == null ? listener.port() : open.actualPort();
  }

  /** Where Camel looks for it when a route answers at {@code platform-http:/path}. */
  private void bind(CamelContext context, Vertx threads, Router routes) {
    String name = VertxPlatformHttpRouter.getRouterNameFromPort(listener.port());
    String type = VertxPlatformHttpRouter.SERVER_TYPE_SERVER;
    VertxPlatformHttpRouter router =
        new VertxPlatformHttpRouter(this, threads, routes, name, type) {
          @Override
          public Handler<RoutingContext> bodyHandler() {
            return WebServer.this::readBody;
          }
        };
    context.getRegistry().bind(name, router);
    // Routes that start before the server ask this for its port, and assume 8080 without.
    context.getRegistry().bind("listener", configuration(listener));
  }

  @Override
  protected void doInit() {
    // Its threads are there already.
  }

  @Override
  protected void doStart() throws Exception {
    HttpServer opened =
        getVertx()
            .createHttpServer(options())
            .connectionHandler(watch::opened)
            .requestHandler(root);
    await(opened.listen(listener.port(), listener.host()));
    server = opened;
  }

  /** Camel has paused the request until then. */
  private void readBody(RoutingContext context) {
    context.request().resume();
    bodies.handle(context);
  }

  @Override
  protected void doStop() throws Exception {
    await(getVertx().close());
    server = null;
  }

  private void await(Future<?> future) throws Exception {
    try {
      future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw listener.refused(Failures.words(e), e);
    }
  }
}
