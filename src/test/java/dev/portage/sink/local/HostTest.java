package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name of another machine that was made to lead here must not reach the server. */
class HostTest {

  @ParameterizedTest
  @CsvSource({
    "Host: localhost, 200",
    "Host: LOCALHOST:8080, 200",
    "Host: 127.0.0.1:1, 200",
    "Host: [::1]:80, 200",
    "Host: evil.example, 403",
    "Host: localhost.evil.example, 403",
    "Host: 127.0.0.1.evil.example, 403",
    "Host: 10.0.0.1, 403",
    "Host:, 403",
    "X-Other: localhost, 403",
  })
  void onlyNamesOfThisMachineAreServed(String header, int status) throws IOException {
    assertThat(statusLine("GET / HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n"))
        .contains(" " + status + " ");
  }

  @Test
  void foreignHostIsRefusedEvenWithTwoHeaders() throws IOException {
    assertThat(
            statusLine(
                String.join(
                    "\r\n",
                    "GET / HTTP/1.1",
                    "Host: localhost",
                    "Host: evil.example",
                    "Connection: close",
                    "",
                    "")))
        .contains(" 403 ");
  }

  private static String statusLine(String request) throws IOException {
    try (LocalCatalogServer server = LocalCatalogServer.start(new LocalCatalog(true), 0);
        Socket socket =
            new Socket(InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }
}
