package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.config.HttpSettings;
import dev.portage.http.Secret;
import dev.portage.route.web.HttpListener;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpListenerTest {
  @TempDir Path directory;

  @Test
  void aPortInUseIsSaidWithItsSetting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        World world = new World(directory)) {
      int port = other.getLocalPort();
      world
          .environment("OCEAN__EVENT_LISTENER__TYPE", "POLLING")
          .environment("APPLICATION__PORT", Integer.toString(port))
          .map(Kind.of("/one", "one"));

      assertThatThrownBy(world::begin)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("HTTP listener: 127.0.0.1:" + port + " cannot be opened (")
          .hasMessageEndingWith(
              "expected a free port in APPLICATION__PORT and an address of this machine in"
                  + " PORTAGE__HTTP__HOST");
    }
  }

  @Test
  void anAddressThatIsNoneIsSaid() {
    HttpListener nowhere =
        new HttpListener(
            new HttpSettings("no-such-host.invalid", 0, Secret.EMPTY, Set.of(), Set.of(), ""), "");

    assertThatThrownBy(nowhere::requireFree)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("HTTP listener: no-such-host.invalid:0 cannot be opened (");
  }

  @Test
  void aSingleRunListensNowhere() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        World world = new World(directory)) {
      world.environment("APPLICATION__PORT", Integer.toString(other.getLocalPort()));
      world.api().on("/one", "[]");
      world.map(Kind.of("/one", "one"));

      // The port is taken, and that disturbs nobody.
      assertThat(world.resync().report()).isPresent();
    }
  }
}
