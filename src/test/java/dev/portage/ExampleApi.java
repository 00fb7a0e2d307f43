package dev.portage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The API of an example: each file in {@code answers} is one request and its answer. {@code
 * {{base}}} in it is this server's address. What no file answers is 404, and remembered.
 */
final class ExampleApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Answer> answers = new ArrayList<>();
  private final Set<String> given = ConcurrentHashMap.newKeySet();
  private final List<String> surprises = new CopyOnWriteArrayList<>();

  /** One file. */
  private record Answer(String file, JsonNode content) {
    boolean fits(HttpExchange exchange) {
      String[] line = content.path("request").asText().split(" ", 2);
      return line[0].equals(exchange.getRequestMethod())
          && plain(line[1]).equals(plain(exchange.getRequestURI().toString()));
    }
  }

  ExampleApi(Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file).replace("{{base}}", url());
        answers.add(new Answer(file.getFileName().toString(), JSON.readTree(text)));
      }
    }
    server.createContext("/", this::serve);
    server.start();
  }

  /** Its address, without a slash at the end. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The files whose answers nobody asked for. */
  List<String> unused() {
    return answers.stream().map(Answer::file).filter(file -> !given.contains(file)).toList();
  }

  /** What was asked and is in no file, and headers that are not as a file wants them. */
  List<String> surprises() {
    return surprises;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answers.stream().filter(one -> one.fits(exchange)).findFirst().orElse(null);
      if (answer == null) {
        surprises.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      given.add(answer.file());
      compareHeaders(answer, exchange);
      JsonNode headers = answer.content().path("headers");
      headers
          .propertyStream()
          .forEach(e -> exchange.getResponseHeaders().set(e.getKey(), e.getValue().asText()));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      byte[] body = JSON.writeValueAsBytes(answer.content().path("body"));
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void compareHeaders(Answer answer, HttpExchange exchange) {
    answer
        .content()
        .path("sent")
        .propertyStream()
        .filter(
            e -> !e.getValue().asText().equals(exchange.getRequestHeaders().getFirst(e.getKey())))
        .forEach(e -> surprises.add(answer.file() + ": another " + e.getKey() + " was sent"));
  }

  /** Path and parameters, the latter in order and without their encoding. */
  private static String plain(String address) {
    String[] parts = address.split("\\?", 2);
    String query = parts.length < 2 ? "" : parts[1];
    List<String> parameters =
        Arrays.stream(query.split("&"))
            .map(one -> URLDecoder.decode(one, StandardCharsets.UTF_8))
            .sorted()
            .toList();
    return URI.create(parts[0]).getPath() + parameters;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
