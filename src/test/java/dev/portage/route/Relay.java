package dev.portage.route;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.portage.http.ApiRequest;
import dev.portage.http.Query;
import dev.portage.route.call.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands before a Port, passes everything on, and keeps it as it came over the wire. */
final class Relay implements AutoCloseable {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "connection", "content-length", "accept-encoding", "transfer-encoding");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String port;
  private final List<ApiRequest> seen = new CopyOnWriteArrayList<>();
  private final Map<String, Told> instead = new ConcurrentHashMap<>();

  /**
   * Listens on a free port.
   *
   * @param port where everything goes
   */
  Relay(String port) {
    this.port = port;
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * From now on a call is not passed on.
   *
   * @param line such as {@code GET /v1/organization}
   */
  Relay on(String line, Told told) {
    instead.put(line, told);
    return this;
  }

  /** All requests in order of arrival, without the headers of the connection. */
  List<ApiRequest> seen() {
    return seen;
  }

  /** How many of them are this call, such as {@code GET /v1/organization}. */
  long count(String line) {
    return seen.stream().filter(request -> line(request).equals(line)).count();
  }

  private static String line(ApiRequest request) {
    return request.method() + " " + URI.create(request.address()).getRawPath();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiRequest request = request(exchange);
      seen.add(request);
      Told told = instead.get(line(request));
      Told answer = told == null ? passedOn(request) : told;
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ApiRequest request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    headers.keySet().removeIf(name -> OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)));
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery();
    byte[] body = exchange.getRequestBody().readAllBytes();
    ApiRequest.@Nullable Body json =
        body.length == 0 ? null : new ApiRequest.Json(JsonBody.MAPPER.readTree(body));
    return new ApiRequest(
        exchange.getRequestMethod(),
        port + uri.getRawPath(),
        query == null ? Query.EMPTY : Query.parse(query),
        headers,
        json);
  }

  private Told passedOn(ApiRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()));
    request.headers().forEach(builder::setHeader);
    byte[] body =
        request.body() instanceof ApiRequest.Json json ? JsonBody.write(json.value()) : new byte[0];
    builder.method(
        request.method(),
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    HttpResponse<byte[]> answer = client.send(builder.build(), BodyHandlers.ofByteArray());
    Told told = Told.bytes("application/json", answer.body());
    return new Told(answer.statusCode(), told.headers(), told.body(), told.length());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
