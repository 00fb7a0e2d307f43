package dev.portage.route.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Sends exactly these bytes to this machine, as no proper client would. */
final class RawHttp {
  private static final int SECONDS = 20;

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /**
   * An answer; its status is 0 when there was none before the connection ended.
   *
   * @param headers lines, the name in lower case
   */
  record Answer(int status, List<String> headers, String body) {
    /** The value of a header; empty when it is not there. */
    String header(String name) {
      return headers.stream()
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /**
   * One request, whose lines have no line breaks of their own; {@code Connection: close} is added.
   */
  Answer send(String... lines) throws IOException {
    return exchange(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
  }

  /** A reading request with the right {@code Host} and further headers. */
  Answer get(String target, String... headers) throws IOException {
    return ask("GET", target, headers);
  }

  /** A request with the right {@code Host} and further headers. */
  Answer ask(String method, String target, String... headers) throws IOException {
    String[] lines = new String[headers.length + 2];
    lines[0] = method + " " + target + " HTTP/1.1";
    lines[1] = "Host: localhost:" + port;
    System.arraycopy(headers, 0, lines, 2, headers.length);
    return send(lines);
  }

  /** Sends a text, and reads until the other side closes. */
  Answer exchange(String text) throws IOException {
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return read(socket);
    }
  }

  Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(SECONDS * 1000);
    return socket;
  }

  static Answer read(Socket socket) throws IOException {
    String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (all.isEmpty()) {
      return new Answer(0, List.of(), "");
    }
    String[] parts = all.split("\r\n\r\n", 2);
    List<String> lines = List.of(parts[0].split("\r\n"));
    List<String> headers =
        lines.subList(1, lines.size()).stream()
            .map(
                line ->
                    line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                        + line.substring(line.indexOf(':')))
            .toList();
    boolean chunked = headers.contains("transfer-encoding: chunked");
    String body = chunked ? joined(parts[1]) : parts[1];
    return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), headers, body);
  }

  /** The chunks of a body that is plain ASCII. */
  private static String joined(String chunks) {
    int end = chunks.indexOf("\r\n");
    int length = end < 0 ? 0 : Integer.parseInt(chunks.substring(0, end), 16);
    return length == 0
        ? ""
        : chunks.substring(end + 2, end + 2 + length)
            + joined(chunks.substring(end + 2 + length + 2));
  }
}
