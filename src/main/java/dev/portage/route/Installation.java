package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.Settings;
import dev.portage.http.ApiResponse;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This installation as Port knows it: created when it is new, told of what has changed (contract,
 * section 5.2).
 */
final class Installation {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  private final Settings settings;
  private final PortApi api;
  private final PortClient port;

  Installation(Settings settings, PortApi api, PortClient port) {
    this.settings = settings;
    this.api = api;
    this.port = port;
  }

  /**
   * Makes Port's record of this installation what it should be.
   *
   * @throws PortUnavailable when Port cannot be reached or refuses the credentials
   * @throws PortException when Port refuses the installation
   */
  void prepare() {
    Optional<Integration> known = api.integration().readGet(port.call(api.integration().get()));
    Integration integration = known.orElseGet(this::create);
    if (hasDrifted(integration)) {
      announce();
    }
  }

  private Integration create() {
    LOG.info("Port does not know {} yet; creating it", settings.identifier());
    String origin =
        Optional.ofNullable(settings.run().createPortResourcesOrigin()).orElse("Default");
    ApiResponse created = port.call(api.integration().create(changelogDestination(), origin));
    if (created.status() == 409) {
      // An attempt before this one arrived, although its answer did not.
      return api.integration().read(port.call(api.integration().get()));
    }
    return api.integration().read(created);
  }

  private boolean hasDrifted(Integration integration) {
    JsonNode body = integration.body();
    return !body.path("installationAppType").asText().equals(api.type())
        || !body.path("version").asText().equals(api.version())
        || !body.path("changelogDestination").equals(changelogDestination())
        || body.path("actionsProcessingEnabled").asBoolean(false)
        || body.path("incrementalSyncEnabled").asBoolean(false)
        || !integration.processingMode().filter("ocean-core"::equals).isPresent();
  }

  private void announce() {
    try {
      api.integration().read(port.call(api.integration().announce(changelogDestination())));
    } catch (PortException e) {
      LOG.warn("Port did not take what was announced: {}", e.getMessage());
    }
  }

  /** Port is asked by us, so it need not reach us (contract, section 4.4). */
  private static ObjectNode changelogDestination() {
    return JsonNodeFactory.instance.objectNode();
  }
}
