package dev.portage.route.start;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.Integration;
import dev.portage.sink.Origin;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out where the default resources come from (contract, section 5.3). */
final class ResourceOrigin {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceOrigin.class);

  private final PortApi api;
  private final Function<ApiRequest, ApiResponse> port;
  private final Optional<Origin> set;

  /**
   * Asks nothing yet.
   *
   * @param set in the configuration; empty when it is not
   */
  ResourceOrigin(PortApi api, Function<ApiRequest, ApiResponse> port, Optional<Origin> set) {
    this.api = api;
    this.port = port;
    this.set = set;
  }

  /** What is stored goes first; Port is asked only where it depends on it. */
  Origin of(Optional<Integration> stored) {
    return stored.flatMap(Integration::origin).orElseGet(this::settled);
  }

  private Origin settled() {
    Origin origin = Origin.settled(set, Origin.isUpToPort(set) && isProvisioned());
    if (!set.orElse(origin).equals(origin)) {
      LOG.warn(
          "OCEAN__CREATE_PORT_RESOURCES_ORIGIN: is Port, and Port creates no default resources for"
              + " type {} in this organisation; Default is used",
          api.type());
    }
    return origin;
  }

  private boolean isProvisioned() {
    return asked("provision-enabled", this::types).contains(api.type())
        && asked("organization", this::flags).contains(Origin.FLAG);
  }

  private Set<String> types() {
    return api.organisation()
        .readProvisionEnabled(port.apply(api.organisation().provisionEnabled()));
  }

  private Set<String> flags() {
    return api.organisation().readGet(port.apply(api.organisation().get())).featureFlags();
  }

  /** An older Port knows no such call, and the credentials may not be good for it. */
  private Set<String> asked(String what, Supplier<Set<String>> question) {
    try {
      return question.get();
    } catch (PortException | PortUnavailable e) {
      LOG.warn(
          "Port did not say ({}) whether it creates default resources; they do not come from it: {}",
          what,
          e.getMessage());
      return Set.of();
    }
  }
}
