package dev.portage.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy that asks for a login, makes tunnels, and passes plain requests on; it remembers the
 * first line of each.
 */
final class LocalProxy extends Sockets {
  static final String LOGIN = "me:pass-of-proxy";

  private final List<String> seen = new CopyOnWriteArrayList<>();

  LocalProxy() {
    super(open());
    begin();
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 50, loopback());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://" + LOGIN + "@localhost:" + port();
  }

  /** The first lines of the requests that it let through. */
  List<String> seen() {
    return seen;
  }

  @Override
  void serve(Socket client) throws IOException {
    String head = head(client.getInputStream());
    while (!head.isEmpty() && !knows(head)) {
      write(
          client.getOutputStream(),
          "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
      head = head(client.getInputStream());
    }
    if (head.isEmpty()) {
      return;
    }
    String line = head.substring(0, head.indexOf("\r\n"));
    seen.add(line);
    String[] parts = line.split(" ");
    if (parts[0].equals("CONNECT")) {
      try (Socket behind = to(URI.create("http://" + parts[1]))) {
        write(client.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
        join(client, behind);
      }
      return;
    }
    URI asked = URI.create(parts[1]);
    try (Socket behind = to(asked)) {
      write(behind.getOutputStream(), passedOn(head, parts[0], asked));
      join(client, behind);
    }
  }

  private static boolean knows(String head) {
    String login = Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.ISO_8859_1));
    return head.toLowerCase(Locale.ROOT)
        .contains("proxy-authorization: basic " + login.toLowerCase(Locale.ROOT));
  }

  /** One request a connection, and nothing of what was for the proxy. */
  private static String passedOn(String head, String method, URI asked) {
    String path =
        asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    String headers =
        head.substring(head.indexOf("\r\n"))
            .replaceAll("(?i)\r\n(proxy-authorization|proxy-connection|connection): [^\r]*", "");
    return method + " " + path + " HTTP/1.1\r\nConnection: close" + headers;
  }

  private static Socket to(URI server) throws IOException {
    return new Socket(loopback(), server.getPort());
  }
}
