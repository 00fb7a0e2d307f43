package dev.portage.route;

import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.http.Masker;
import dev.portage.trigger.Trigger;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Polling for days in minutes, with a look at what the process holds now and then. */
final class Soak {
  private final Path directory;
  private final int polls;
  private final int pollsPerResync;

  /**
   * So many polls.
   *
   * @param directory an empty one
   */
  Soak(Path directory, int polls, int pollsPerResync) {
    this.directory = directory;
    this.polls = polls;
    this.pollsPerResync = pollsPerResync;
  }

  /**
   * Polls; gives what the process held at ten moments, the first one after a fifth of the polls.
   */
  List<Footprint> run() throws Exception {
    Process world = world();
    try (BufferedReader said = world.inputReader(StandardCharsets.UTF_8)) {
      String[] addresses = said.readLine().split(" ");
      Settings settings = settings(addresses[0], addresses[1]);
      try (Portage portage = Portage.start(settings, new Masker())) {
        return measured();
      }
    } finally {
      world.destroy();
    }
  }

  private List<Footprint> measured() throws Exception {
    List<Footprint> seen = new ArrayList<>();
    System.out.print(Footprint.heading());
    for (int moment = 0; moment < 10; moment++) {
      long until = polls / 5 + (long) moment * (polls - polls / 5) / 9;
      // Resyncs coalesce where polling is faster than they are.
      while (exchanges("trigger-polling") < until || exchanges("resync") < until / pollsPerResync) {
        Thread.sleep(20);
      }
      Footprint now = Footprint.now(exchanges("trigger-polling"), exchanges("resync"));
      System.out.print(now.row());
      seen.add(now);
    }
    return seen;
  }

  private static long exchanges(String route) {
    return Long.parseLong(Jmx.route(route, "ExchangesTotal"));
  }

  private Process world() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SoakWorld.class.getName(),
            Integer.toString(pollsPerResync));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private Settings settings(String port, String api) {
    Map<String, String> environment =
        Map.of(
            "OCEAN__PORT__BASE_URL",
            port,
            "OCEAN__PORT__CLIENT_ID",
            "client",
            "OCEAN__PORT__CLIENT_SECRET",
            "client-secret-of-port",
            "OCEAN__INTEGRATION__IDENTIFIER",
            SoakWorld.IDENTIFIER,
            "OCEAN__INTEGRATION__CONFIG__BASE_URL",
            api,
            "OCEAN__INITIALIZE_PORT_RESOURCES",
            "false");
    Settings read = SettingsReader.read(environment, directory, List.of());
    // Settings know whole seconds only.
    return new Settings(
        read.port(),
        read.identifier(),
        read.type(),
        read.source(),
        new Trigger.Polling(Duration.ofMillis(10), true),
        read.run(),
        read.network(),
        read.warnings());
  }
}
