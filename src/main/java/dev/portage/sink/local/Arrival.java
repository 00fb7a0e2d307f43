package dev.portage.sink.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what the JDK's server received into a {@link Call}. */
final class Arrival {

  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_DISCARDED = 64 << 20;

  /** A name of the loopback interface, with or without a port (RFC 9110, section 7.2). */
  private static final Pattern OWN_HOST =
      Pattern.compile("(?i)(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d{1,5})?");

  private Arrival() {}

  /**
   * Reads the request.
   *
   * @throws Refusal 403 for a foreign host, 413 for a body of more than 8 MiB
   */
  static Call read(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(lower(name), values));
    checkHost(headers.getOrDefault("host", List.of()));
    String method = exchange.getRequestMethod();
    return new Call(
        method.equals("HEAD") ? "GET" : method,
        path(exchange.getRequestURI().getRawPath()),
        query(exchange.getRequestURI().getRawQuery()),
        headers,
        body(exchange.getRequestBody()));
  }

  private static void checkHost(List<String> hosts) {
    if (hosts.size() != 1 || !OWN_HOST.matcher(hosts.get(0)).matches()) {
      throw new Refusal(
          403, "forbidden", "Host: not this machine; expected localhost, 127.0.0.1 or [::1]");
    }
  }

  private static byte[] body(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      discard(in);
      throw new Refusal(413, "payload_too_large", "body: more than %d bytes".formatted(MOST_BYTES));
    }
    return body;
  }

  /** Reads on for a while, since a client that is still sending would not see the answer. */
  private static void discard(InputStream in) throws IOException {
    long left = MOST_DISCARDED;
    byte[] chunk = new byte[1 << 16];
    for (int read = in.read(chunk); read >= 0 && left > 0; read = in.read(chunk)) {
      left -= read;
    }
  }

  private static List<String> path(String raw) {
    String inner = raw.startsWith("/") ? raw.substring(1) : raw;
    return inner.isEmpty()
        ? List.of()
        : Arrays.stream(inner.split("/", -1))
            .map(part -> decoded(part.replace("+", "%2B")))
            .toList();
  }

  private static Map<String, List<String>> query(@Nullable String raw) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        query.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "bad_request", "address: broken percent encoding");
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
