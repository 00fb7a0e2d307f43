package dev.portage.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that has its connections, and nothing else. */
abstract class Sockets implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Takes an open server; {@link #begin()} lets it answer. */
  Sockets(ServerSocket server) {
    this.server = server;
  }

  static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  /** Answers one connection, to its end. */
  abstract void serve(Socket client) throws IOException;

  final void begin() {
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> answer(client));
      } catch (IOException e) {
        // Closed: the loop ends.
        continue;
      }
    }
  }

  private void answer(Socket client) {
    try (client) {
      serve(client);
    } catch (IOException e) {
      // The other side went away, or refused our certificate: what the tests look at is what it
      // then says.
      return;
    }
  }

  /** Passes bytes on, both ways, until one side ends. */
  final void join(Socket one, Socket other) throws IOException {
    threads.execute(
        () -> {
          try {
            one.getInputStream().transferTo(other.getOutputStream());
            other.shutdownOutput();
          } catch (IOException | UnsupportedOperationException e) {
            // Either way the connection is over, which the other direction sees as well.
            return;
          }
        });
    other.getInputStream().transferTo(one.getOutputStream());
  }

  /** The head of a request, with the empty line. */
  static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int next = in.read();
    while (next >= 0) {
      head.append((char) next);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        break;
      }
      next = in.read();
    }
    return head.toString();
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
