package dev.portage.route;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of OpenTelemetry on this machine: takes traces by HTTP and protobuf. */
public final class Collector implements AutoCloseable {
  private final HttpServer server;
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** Takes what comes from now on. */
  public Collector() {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  /** Its address, without a path. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Path and headers of each request. */
  public List<String> heads() {
    return heads;
  }

  /** Everything that was sent, as it was sent. */
  public List<String> texts() {
    return bodies.stream().map(body -> new String(body, StandardCharsets.ISO_8859_1)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      heads.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet());
      bodies.add(body.readAllBytes());
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** All spans, in the order in which they ended. */
  List<Spanned> spans() {
    return bodies.stream()
        .map(Collector::read)
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .map(Spanned::of)
        .toList();
  }

  /** The attributes of the process that sent the first spans. */
  Map<String, Object> resource() {
    return attributes(read(bodies.get(0)).getResourceSpans(0).getResource().getAttributesList());
  }

  private static ExportTraceServiceRequest read(byte[] body) {
    try {
      return ExportTraceServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> attributes(List<KeyValue> list) {
    Map<String, Object> attributes = new TreeMap<>();
    list.forEach(one -> attributes.put(one.getKey(), value(one.getValue())));
    return attributes;
  }

  private static Object value(AnyValue value) {
    return value.hasIntValue() ? (Object) value.getIntValue() : value.getStringValue();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /**
   * A span.
   *
   * @param parent empty for the root of a trace
   */
  record Spanned(
      String trace,
      String id,
      String parent,
      String name,
      boolean error,
      Map<String, Object> attributes) {
    static Spanned of(Span span) {
      return new Spanned(
          hex(span.getTraceId().toByteArray()),
          hex(span.getSpanId().toByteArray()),
          hex(span.getParentSpanId().toByteArray()),
          span.getName(),
          span.getStatus().getCodeValue() == 2,
          Collector.attributes(span.getAttributesList()));
    }

    Object get(String key) {
      return attributes.get(key);
    }

    private static String hex(byte[] bytes) {
      StringBuilder text = new StringBuilder();
      for (byte one : bytes) {
        text.append("%02x".formatted(one));
      }
      return text.toString();
    }
  }
}
