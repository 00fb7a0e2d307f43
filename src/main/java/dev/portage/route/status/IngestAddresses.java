package dev.portage.route.status;

import dev.portage.http.ApiResponse;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Port's record of this installation, which names the addresses that take metrics and logs: asked
 * for when it is needed first, then kept (contract, section 4.4).
 */
final class IngestAddresses {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final PortApi api;
  private final Function<StatusRequest, ApiResponse> call;
  private @Nullable Integration known;
  private long lastAttempt = System.nanoTime() - PAUSE.toNanos();

  /**
   * Nothing is known yet.
   *
   * @param call asks Port
   */
  IngestAddresses(PortApi api, Function<StatusRequest, ApiResponse> call) {
    this.api = api;
    this.call = call;
  }

  /**
   * Port's record.
   *
   * @throws RuntimeException when Port did not give it, now or within the last 30 s
   */
  synchronized Integration get() {
    Integration integration = known;
    if (integration == null) {
      long now = System.nanoTime();
      if (now - lastAttempt < PAUSE.toNanos()) {
        throw new PortUnavailable("Port did not say where to", null);
      }
      lastAttempt = now;
      var request = new StatusRequest("ingest addresses", api.integration().get(), true);
      integration = api.integration().read(call.apply(request));
      known = integration;
    }
    return integration;
  }
}
