package dev.portage.sink.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server that only this machine can reach. It refuses requests whose {@code Host} is
 * no name of the loopback interface, so that no web page can reach it by rebinding a name.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
  private static final int THREADS = 8;

  static {
    // Without it every answer on a kept connection waits 40 ms for a delayed acknowledgement.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts to listen on 127.0.0.1.
   *
   * @param name of the threads
   * @param port 0 for any free one
   * @param application answers the requests, on several threads at a time
   * @throws UncheckedIOException when the port is taken
   */
  public static LoopbackServer start(String name, int port, Function<Call, Answer> application) {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      ExecutorService threads = threads(name);
      server.setExecutor(threads);
      server.createContext("/", exchange -> serve(exchange, application));
      server.start();
      return new LoopbackServer(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s: cannot listen on 127.0.0.1:%d; expected a free port".formatted(name, port), e);
    }
  }

  private static ExecutorService threads(String name) {
    AtomicLong number = new AtomicLong();
    return Executors.newFixedThreadPool(
        THREADS,
        task -> {
          Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Stops listening at once; requests under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Function<Call, Answer> application)
      throws IOException {
    try (exchange) {
      Answer answer = answer(exchange, application);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      boolean bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
      exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
      if (!bodiless) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private static Answer answer(HttpExchange exchange, Function<Call, Answer> application)
      throws IOException {
    try {
      return application.apply(Arrival.read(exchange));
    } catch (Refusal e) {
      return refused(e);
    } catch (RuntimeException e) {
      LOG.error("local server: a request failed", e);
      return refused(new Refusal(500, "internal_error", "the local server failed; see its log"));
    }
  }

  private static Answer refused(Refusal refusal) {
    return Answer.json(
        refusal.status(),
        Json.object()
            .put("ok", false)
            .put("error", refusal.code())
            .put("message", refusal.words()));
  }
}
