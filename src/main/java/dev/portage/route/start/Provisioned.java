package dev.portage.route.start;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import dev.portage.sink.Provisioning;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the mapping that Port writes for a new installation (contract, section 5.2, step 3).
 */
final class Provisioned {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioned.class);

  private final PortApi api;
  private final Function<ApiRequest, ApiResponse> port;
  private final Consumer<Duration> pause;

  Provisioned(PortApi api, Function<ApiRequest, ApiResponse> port, Consumer<Duration> pause) {
    this.api = api;
    this.port = port;
    this.pause = pause;
  }

  /**
   * The installation with its mapping.
   *
   * @throws CannotStart when Port has written none after all pauses, or the pause was stopped
   */
  Integration await() {
    LOG.info("Port creates the default resources of {}; waiting for them", api.identifier());
    Optional<Integration> complete = look();
    for (Duration time : Provisioning.PAUSES) {
      if (complete.isPresent()) {
        return complete.get();
      }
      LOG.info(
          "Port has no mapping for {} yet; looking again in {} s",
          api.identifier(),
          time.toSeconds());
      pause.accept(time);
      complete = look();
    }
    return complete.orElseThrow(this::missing);
  }

  private Optional<Integration> look() {
    return api.integration()
        .readGet(port.apply(api.integration().get()))
        .filter(Integration::hasMapping);
  }

  private CannotStart missing() {
    return new CannotStart(
        ("integration %s: Port has not created its default resources in %d minutes; expected a mapping"
                + " there, or OCEAN__CREATE_PORT_RESOURCES_ORIGIN=Default")
            .formatted(
                api.identifier(),
                Provisioning.PAUSES.stream().reduce(Duration.ZERO, Duration::plus).toMinutes()));
  }
}
