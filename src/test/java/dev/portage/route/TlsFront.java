package dev.portage.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;

/** TLS in front of a server that has none. */
final class TlsFront extends Sockets {
  private final URI target;

  /**
   * Listens on a free port.
   *
   * @param target an http address
   */
  TlsFront(SSLContext tls, String target) {
    super(open(tls));
    this.target = URI.create(target);
    begin();
  }

  private static ServerSocket open(SSLContext tls) {
    try {
      return tls.getServerSocketFactory().createServerSocket(0, 50, loopback());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the name that its certificate has. */
  String url() {
    return "https://localhost:" + port();
  }

  @Override
  void serve(Socket client) throws IOException {
    try (Socket behind = new Socket(loopback(), target.getPort())) {
      join(client, behind);
    }
  }
}
