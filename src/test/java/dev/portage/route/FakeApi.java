package dev.portage.route;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A source API on this machine that answers what a test says, and remembers what it was asked. */
final class FakeApi implements AutoCloseable {
  private static final int REMEMBERED = 10_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Application> paths = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  /** What a path answers. */
  interface Application {
    Told answer(Asked asked) throws Exception;
  }

  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

  FakeApi() {
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

  /** Its address, without a slash at the end. */
  String url() {
    return "http://" + authority();
  }

  /** Host and port. */
  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on a path answers so; what no path answers is 404. */
  FakeApi on(String path, Application application) {
    paths.put(path, application);
    return this;
  }

  /** From now on a path answers this JSON, whatever is asked. */
  FakeApi on(String path, String json) {
    return on(path, any -> Told.json(json));
  }

  /** The first 10,000 things that it was asked, in order of arrival. */
  List<Asked> asked() {
    return asked;
  }

  /** What it was asked of one path. */
  List<Asked> asked(String path) {
    return asked.stream().filter(one -> one.path().equals(path)).toList();
  }

  /** From now on everything is as if it had just started. */
  void forget() {
    paths.clear();
    asked.clear();
    most.set(0);
  }

  /** How many requests it worked on at the same time. */
  int mostInFlight() {
    return most.get();
  }

  /** How many connections the requests came over. */
  int connections() {
    return connections.size();
  }

  private void serve(HttpExchange exchange) throws IOException {
    connections.add(exchange.getRemoteAddress().getPort());
    try (exchange) {
      Told told = answer(Asked.of(exchange));
      told.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(told.status(), told.body().length == 0 ? -1 : told.length());
      if (told.body().length > 0) {
        exchange.getResponseBody().write(told.body());
      }
    }
  }

  /** The request counts as in flight until its answer is known, so never longer than it is. */
  private Told answer(Asked request) {
    if (asked.size() < REMEMBERED) {
      asked.add(request);
    }
    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      return paths.getOrDefault(request.path(), any -> Told.status(404)).answer(request);
    } catch (Exception e) {
      return Told.status(418);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
