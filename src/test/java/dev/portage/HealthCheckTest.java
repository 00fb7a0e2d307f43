package dev.portage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The health check of the image, a script: what it asks, and what its exit code is. */
class HealthCheckTest {
  private HttpServer server;

  @BeforeEach
  void begin() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void answer(String path, int status) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            boolean asked = exchange.getRequestURI().getPath().equals(path);
            exchange.sendResponseHeaders(asked ? status : 404, -1);
          }
        });
  }

  private int check(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", Path.of("deploy/dist/health").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.contains("__"));
    builder.environment().put("APPLICATION__PORT", Integer.toString(server.getAddress().getPort()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @ParameterizedTest
  @CsvSource({"200, 0", "503, 1", "404, 1", "401, 1"})
  void onlyTwoHundredIsHealthy(int status, int code) throws Exception {
    answer("/health/live", status);

    assertThat(check(Map.of())).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"p", "/p", "/p/"})
  void asksBelowThePrefix(String prefix) throws Exception {
    answer("/p/health/live", 200);

    assertThat(check(Map.of("OCEAN__PATH_PREFIX", prefix))).isZero();
  }

  @Test
  void nobodyListeningIsNotHealthy() throws Exception {
    server.stop(0);

    assertThat(check(Map.of())).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"OCEAN__EVENT_LISTENER__TYPE, ONCE", "OCEAN__EVENT_LISTENER, '{\"type\":\"ONCE\"}'"})
  void aSingleRunHasNoListener(String name, String value) throws Exception {
    server.stop(0);

    assertThat(check(Map.of(name, value))).isZero();
  }
}
