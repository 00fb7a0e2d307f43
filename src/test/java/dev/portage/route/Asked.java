package dev.portage.route;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that a {@link FakeApi} got.
 *
 * @param query as it was sent; empty when there was none
 * @param headers by name in lower case
 * @param body as text; empty when there was none
 */
record Asked(String path, String query, Map<String, List<String>> headers, String body) {

  static Asked of(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Asked(exchange.getRequestURI().getPath(), query, headers, body);
  }

  /** The value of a header; empty when it is not there. */
  String header(String name) {
    return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
  }

  /** The number of the page that is asked for, as {@code page=3} says it; 1 by default. */
  int page() {
    return query
        .lines()
        .flatMap(text -> List.of(text.split("&")).stream())
        .filter(pair -> pair.startsWith("page="))
        .map(pair -> Integer.parseInt(pair.substring("page=".length())))
        .findFirst()
        .orElse(1);
  }
}
