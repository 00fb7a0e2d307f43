package dev.portage.route.web;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.UUID;

/** The one way in: every request passes here before anything that could answer it. */
final class Entrance implements Handler<RoutingContext> {
  private static final String PAGE_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** Who is cut off at once may not have read why. */
  private static final long LINGER_MILLIS = 500;

  private static final double NANOSECONDS = 1e9;

  private final Access access;
  private final String prefix;
  private final Patience.Watch watch;

  /**
   * Lets in whom the access admits.
   *
   * @param prefix below which health and metrics are; empty for none
   * @param watch over those who send slowly
   */
  Entrance(Access access, String prefix, Patience.Watch watch) {
    this.access = access;
    this.prefix = prefix;
    this.watch = watch;
  }

  @Override
  public void handle(RoutingContext context) {
    watch.began(context);
    headers(context);
    access
        .refusal(ask(context.request()))
        .ifPresentOrElse(refusal -> refuse(context, refusal), context::next);
  }

  private Ask ask(HttpServerRequest request) {
    MultiMap headers = request.headers();
    return new Ask(request.method().name(), request.uri(), prefix, headers::getAll);
  }

  /**
   * What every answer carries; who answers may say otherwise. Never a permission for other sites.
   */
  private static void headers(RoutingContext context) {
    long began = System.nanoTime();
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Content-Security-Policy", PAGE_POLICY)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Request-ID", UUID.randomUUID().toString());
    context.addHeadersEndHandler(
        ready ->
            context
                .response()
                .putHeader(
                    "X-Process-Time",
                    String.format(Locale.ROOT, "%.6f", (System.nanoTime() - began) / NANOSECONDS)));
  }

  /** The connection ends soon after the answer, whatever else is being sent. */
  private static void refuse(RoutingContext context, Refusal refusal) {
    HttpServerResponse response = context.response();
    if (refusal.status() == 401) {
      response.putHeader("WWW-Authenticate", "Basic realm=\"Portage\", charset=\"UTF-8\"");
    }
    response
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Connection", "close")
        .end(refusal.reason() + "\n");
    context.vertx().setTimer(LINGER_MILLIS, late -> context.request().connection().close());
  }
}
