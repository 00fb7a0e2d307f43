package dev.portage.route.web.console;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Service;

/**
 * Hawtio at {@code /hawtio}, connected to this very process, and Jolokia for a Hawtio elsewhere.
 * Hawtio's own server is not needed: what its page asks of that is answered here.
 */
public final class Console implements Service {
  private static final String ROOT = "/hawtio/";

  /** Nobody has to ask for more in one request. */
  private static final long LARGEST_QUESTION = 1024L * 1024;

  /** What Hawtio's page is told: nobody has to log in, and there is one process to look at. */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("user", "\"public\""),
          Map.entry("plugin", "[]"),
          Map.entry("proxy/enabled", "false"),
          Map.entry("auth/config", "{}"),
          Map.entry("auth/config/session-timeout", "{}"),
          Map.entry("auth/config/oidc", "{}"),
          Map.entry("auth/config/login", "[]"),
          Map.entry("keycloak/enabled", "false"),
          Map.entry("preset-connections", "[]"));

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self'"
          + " 'unsafe-inline'; script-src 'self'; worker-src 'self' blob:; base-uri 'self';"
          + " frame-ancestors 'none'";

  private final Jolokia jolokia = new Jolokia();

  /** Answers on a router from now on. */
  public void open(Router router) {
    for (String path : List.of("/jolokia", "/observe/jolokia", ROOT + "jolokia")) {
      router
          .route(path + "/*")
          .handler(BodyHandler.create(false).setBodyLimit(LARGEST_QUESTION))
          .blockingHandler(this::question, false);
    }
    router.get(ROOT + "*").blockingHandler(Console::page, false);
    router.head(ROOT + "*").blockingHandler(Console::page, false);
  }

  @Override
  public void start() {
    // Jolokia begins with the first question.
  }

  @Override
  public void stop() {
    jolokia.stop();
  }

  private void question(RoutingContext context) {
    Map<String, String[]> parameters = new HashMap<>();
    MultiMap query = context.queryParams();
    query.names().forEach(name -> parameters.put(name, query.getAll(name).toArray(String[]::new)));
    Jolokia.Answer answer = answer(context, parameters);
    context
        .response()
        .setStatusCode(answer.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(answer.json());
  }

  private Jolokia.Answer answer(RoutingContext context, Map<String, String[]> parameters) {
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET)) {
      return jolokia.get(Optional.ofNullable(context.pathParam("*")).orElse(""), parameters);
    }
    if (method.equals(HttpMethod.POST)) {
      Buffer body = Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
      return jolokia.post(body.getBytes(), parameters);
    }
    return new Jolokia.Answer(405, "{\"status\":405,\"error\":\"expected GET or POST\"}");
  }

  private static void page(RoutingContext context) {
    String path = context.request().path();
    String name = path.length() <= ROOT.length() ? "" : path.substring(ROOT.length());
    String fixed = FIXED.get(name);
    if (fixed != null) {
      context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(fixed);
      return;
    }
    // Every other path without a dot is a place in the page.
    Optional<ConsoleFile> file = ConsoleFile.find(name.contains(".") ? name : "index.html");
    file.ifPresentOrElse(found -> send(context, found), () -> context.fail(404));
  }

  private static void send(RoutingContext context, ConsoleFile file) {
    HttpServerResponse response =
        context
            .response()
            .putHeader("Content-Security-Policy", POLICY)
            .putHeader(HttpHeaders.CACHE_CONTROL, file.caching())
            .putHeader(HttpHeaders.ETAG, file.tag())
            .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (file.isAmong(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (file.isText() && accepted != null && accepted.contains("gzip")) {
      response
          .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
          .end(Buffer.buffer(file.compressed()));
    } else {
      response.end(Buffer.buffer(file.content()));
    }
  }
}
