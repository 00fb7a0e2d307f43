package dev.portage.route.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.portage.config.InstallationSettings;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.sink.DefaultResources;
import dev.portage.sink.Integration;
import dev.portage.sink.Origin;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This installation as Port knows it: created when it is new, told of what has changed, and given
 * the resources that it begins with (contract, section 5).
 */
public final class Installation {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  private final InstallationSettings settings;
  private final JsonNode changelogDestination;
  private final PortApi api;
  private final Function<ApiRequest, ApiResponse> port;
  private final Provisioned provisioned;

  /**
   * Asks nothing yet.
   *
   * @param changelogDestination how Port is to ask for a resync
   * @param port carries a call out
   * @param pause waits, unless it was stopped
   */
  public Installation(
      InstallationSettings settings,
      JsonNode changelogDestination,
      PortApi api,
      Function<ApiRequest, ApiResponse> port,
      Consumer<Duration> pause) {
    this.settings = settings;
    this.changelogDestination = changelogDestination;
    this.api = api;
    this.port = port;
    this.provisioned = new Provisioned(api, port, pause);
  }

  /**
   * Makes Port's record of this installation what it should be.
   *
   * @throws PortUnavailable when Port cannot be reached or refuses the credentials
   * @throws PortException when Port refuses the installation
   * @throws CannotStart when Port has it stored as another kind of installation, when Port does not
   *     create what it is to begin with, or does not take it from us
   */
  public void prepare() {
    Optional<Integration> known = stored();
    known.ifPresent(this::checkRuntime);
    if (known.isPresent() && known.get().arePortResourcesInitialized()) {
      announceIfDrifted(known.get());
      return;
    }
    Origin origin = new ResourceOrigin(api, port, settings.origin()).of(known);
    Integration integration = known.orElseGet(() -> create(origin));
    announceIfDrifted(integration);
    if (!integration.arePortResourcesInitialized()) {
      initialize(integration, origin);
    }
  }

  private Optional<Integration> stored() {
    return api.integration().readGet(port.apply(api.integration().get()));
  }

  private void checkRuntime(Integration integration) {
    if (!integration.fits(settings.runtime())) {
      throw new CannotStart(
          ("OCEAN__RUNTIME: is %s, and Port has %s stored as an installation of type %s; expected the"
                  + " runtime of that type, or another OCEAN__INTEGRATION__IDENTIFIER")
              .formatted(settings.runtime(), api.identifier(), integration.installationType()));
    }
  }

  private Integration create(Origin origin) {
    LOG.info(
        "Port does not know {} yet; creating it, default resources: {}",
        api.identifier(),
        origin.text());
    ApiResponse created =
        port.apply(api.integration().create(changelogDestination, origin, firstMapping(origin)));
    // With 409 an attempt before this one arrived, although its answer did not.
    Integration integration =
        created.status() == 409
            ? stored().orElseGet(() -> api.integration().read(created))
            : api.integration().read(created);
    return origin == Origin.PORT ? provisioned.await() : integration;
  }

  private JsonNode firstMapping(Origin origin) {
    return switch (origin) {
      case PORT -> JsonNodeFactory.instance.objectNode();
      case EMPTY -> DefaultResources.emptyMapping();
      case DEFAULT -> settings.resources().mapping();
    };
  }

  private void announceIfDrifted(Integration integration) {
    if (!api.integration().hasDrifted(integration, changelogDestination)) {
      return;
    }
    try {
      api.integration().read(port.apply(api.integration().announce(changelogDestination)));
    } catch (PortException e) {
      LOG.warn("Port did not take what was announced: {}", e.getMessage());
    }
  }

  private void initialize(Integration integration, Origin origin) {
    if (origin == Origin.PORT) {
      if (!integration.hasMapping()) {
        provisioned.await();
      }
    } else if (origin == Origin.EMPTY) {
      // A mapping that somebody wrote is not ours to replace: all of its entities would be stale.
      tell(
          integration.hasMapping()
              ? api.integration().resourcesInitialized()
              : api.integration().resourcesInitialized(DefaultResources.emptyMapping()));
    } else if (settings.initialize()) {
      if (!integration.hasMapping()) {
        tell(api.integration().configure(settings.resources().mapping(), settings.isSaas()));
      }
      new ResourceCreation(api.resources(), port).create(settings.resources());
      tell(api.integration().resourcesInitialized());
    }
  }

  private void tell(ApiRequest change) {
    api.integration().read(port.apply(change));
  }
}
