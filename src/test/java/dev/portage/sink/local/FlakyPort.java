package dev.portage.sink.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A local Port on a bad day: it breaks off, hangs, refuses, and restarts on the same address. What
 * it holds survives a restart, the tokens that it gave do not.
 */
public final class FlakyPort implements AutoCloseable {
  private static final int REMEMBERED = 10_000;

  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  private final LocalCatalogServer behind = LocalCatalogServer.start(new LocalCatalog(true), 0);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final List<Arrived> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService restarts = Executors.newSingleThreadExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final int port;
  private volatile HttpServer server;
  private volatile Function<Arrived, Fault> day = any -> Fault.NONE;

  /**
   * A call that arrived.
   *
   * @param number of all calls, from 1
   * @param call method and path
   * @param nanos when, by {@link System#nanoTime}
   */
  public record Arrived(int number, String call, long nanos) {

    /** Whether the path ends so. */
    public boolean is(String end) {
      return call.endsWith(end);
    }
  }

  /**
   * What happens to a call.
   *
   * @param applied whether Port does what it is asked before that
   * @param status answered instead of Port's own; 0 for none
   * @param body of an answer instead of Port's own
   * @param headers added to the answer
   * @param cut whether the connection ends without an answer
   * @param hangs whether there is no answer until Port is closed
   * @param pause before anything else
   * @param down how long Port is away after it broke off all connections; empty when it stays
   */
  public record Fault(
      boolean applied,
      int status,
      String body,
      Map<String, String> headers,
      boolean cut,
      boolean hangs,
      Duration pause,
      Optional<Duration> down) {

    /** Port does its work. */
    public static final Fault NONE = with(Map.of());

    /** Port does its work and says more. */
    public static Fault with(Map<String, String> headers) {
      return new Fault(true, 0, "", headers, false, false, Duration.ZERO, Optional.empty());
    }

    /** Another answer, and nothing is done. */
    public static Fault answer(int status) {
      return answer(status, "", Map.of("Retry-After", "0"));
    }

    /** Another answer with a JSON body, and nothing is done. */
    public static Fault json(String body) {
      return answer(200, body, Map.of());
    }

    private static Fault answer(int status, String body, Map<String, String> headers) {
      return new Fault(false, status, body, headers, false, false, Duration.ZERO, Optional.empty());
    }

    /** The connection ends, before the call was carried out or after. */
    public static Fault cut(boolean applied) {
      return new Fault(applied, 0, "", Map.of(), true, false, Duration.ZERO, Optional.empty());
    }

    /** Port does its work, but takes its time. */
    public static Fault slow(Duration pause) {
      return new Fault(true, 0, "", Map.of(), false, false, pause, Optional.empty());
    }

    /** No answer. */
    public static Fault hang() {
      return new Fault(false, 0, "", Map.of(), false, true, Duration.ZERO, Optional.empty());
    }

    /** Port is killed, before the call was carried out or after, and comes back. */
    public static Fault restart(boolean applied, Duration down) {
      return new Fault(applied, 0, "", Map.of(), true, false, Duration.ZERO, Optional.of(down));
    }
  }

  private FlakyPort() {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  /** Starts with an empty catalog, and a good day. */
  public static FlakyPort start() {
    return new FlakyPort();
  }

  private HttpServer listen(int at) {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      HttpServer listening = HttpServer.create(new InetSocketAddress(loopback, at), 0);
      listening.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "flaky-port");
                thread.setDaemon(true);
                return thread;
              }));
      listening.createContext("/", this::serve);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address, without a slash at the end; the same after a restart. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** What it holds. */
  public LocalCatalog catalog() {
    return behind.catalog();
  }

  /** Puts entities into the catalog that belong to the installation {@code acme}. */
  public void hold(String blueprint, List<String> identifiers) {
    Client acme = Client.loggedIn(behind);
    for (String identifier : identifiers) {
      String entity = "{'identifier': '%s', 'title': 'old'}".formatted(identifier);
      acme.post("/v1/blueprints/%s/entities?upsert=true".formatted(blueprint), entity);
    }
  }

  /** The state of the last resync as Port was told it: running, completed, failed, aborted. */
  public String resyncStatus() {
    return behind.catalog().integrations().all().stream()
        .map(integration -> integration.at("/resyncState/status").asText())
        .findFirst()
        .orElse("");
  }

  /** What happens to each call from now on; calls are numbered from 1 again. */
  public void on(Function<Arrived, Fault> calls) {
    this.calls.clear();
    number.set(0);
    day = calls;
  }

  /** The first 10,000 calls since then, in order of arrival. */
  public List<Arrived> calls() {
    return calls;
  }

  /** How many connections the calls came over. */
  public int connections() {
    return connections.size();
  }

  private void serve(HttpExchange exchange) throws IOException {
    connections.add(exchange.getRemoteAddress().getPort());
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      Arrived arrived = new Arrived(number.incrementAndGet(), call, System.nanoTime());
      if (calls.size() < REMEMBERED) {
        calls.add(arrived);
      }
      Fault fault = day.apply(arrived);
      Thread.sleep(fault.pause().toMillis());
      HttpResponse<byte[]> answer = fault.applied() ? forward(exchange, body) : null;
      if (fault.hangs()) {
        closed.await();
      }
      fault.down().ifPresent(this::restart);
      if (!fault.cut()) {
        answer(exchange, fault, answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, Fault fault, HttpResponse<byte[]> answer)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    fault.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer == null ? fault.body().getBytes(StandardCharsets.UTF_8) : answer.body();
    int status = answer == null ? fault.status() : answer.statusCode();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    boolean login = exchange.getRequestURI().getPath().endsWith("/auth/access_token");
    boolean known = login || tokens.contains(String.valueOf(token));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(behind.url() + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    request.header("Authorization", known && !login ? token : "none");
    for (String name : List.of("Content-Type", "User-Agent")) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (login && answer.statusCode() == 200) {
      tokens.add("Bearer " + Json.read(answer.body()).path("accessToken").asText());
    }
    return answer;
  }

  private synchronized void restart(Duration down) {
    if (closed.getCount() > 0) {
      server.stop(0);
      tokens.clear();
      restarts.execute(() -> back(down));
    }
  }

  private void back(Duration down) {
    try {
      if (!closed.await(down.toMillis(), TimeUnit.MILLISECONDS)) {
        listenAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void listenAgain() {
    if (closed.getCount() > 0) {
      server = listen(port);
    }
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    restarts.shutdownNow();
    server.stop(0);
    behind.close();
  }
}
