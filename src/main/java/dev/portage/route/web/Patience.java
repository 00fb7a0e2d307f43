package dev.portage.route.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends connections of those who send slowly, so that they cannot hold all of them.
 *
 * @param headers time from the beginning of a connection, or the end of an answer, to the end of
 *     the next request's headers
 * @param body time from there to the end of its body
 */
record Patience(Duration headers, Duration body) {
  static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(20));

  /** The watch over one listener's connections. */
  Watch over(Vertx vertx) {
    return new Watch(vertx, this, new ConcurrentHashMap<>());
  }

  /**
   * Whom the listener waits for.
   *
   * @param waiting timers by the connection whose next headers are awaited
   */
  record Watch(Vertx vertx, Patience patience, Map<HttpConnection, Long> waiting) {

    /** A connection was opened. */
    void opened(HttpConnection connection) {
      awaitHeaders(connection);
      connection.closeHandler(closed -> cancel(connection));
    }

    /** The headers of a request are there. */
    void began(RoutingContext context) {
      HttpServerRequest request = context.request();
      cancel(request.connection());
      long timer = vertx.setTimer(patience.body().toMillis(), late -> cutUnlessRead(request));
      context.addEndHandler(
          done -> {
            vertx.cancelTimer(timer);
            awaitHeaders(request.connection());
          });
    }

    private static void cutUnlessRead(HttpServerRequest request) {
      if (!request.isEnded()) {
        request.connection().close();
      }
    }

    private void awaitHeaders(HttpConnection connection) {
      cancel(connection);
      waiting.put(
          connection, vertx.setTimer(patience.headers().toMillis(), late -> cut(connection)));
    }

    private void cut(HttpConnection connection) {
      waiting.remove(connection);
      connection.close();
    }

    private void cancel(HttpConnection connection) {
      Long timer = waiting.remove(connection);
      if (timer != null) {
        vertx.cancelTimer(timer);
      }
    }
  }
}
