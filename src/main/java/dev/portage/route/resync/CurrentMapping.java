package dev.portage.route.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.ConfigException;
import dev.portage.config.KnownSecrets;
import dev.portage.config.MappingDocument;
import dev.portage.config.MappingReader;
import dev.portage.config.Problem;
import dev.portage.config.Settings;
import dev.portage.http.Masker;
import dev.portage.jq.JqOptions;
import dev.portage.route.kind.KindRoutes;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mapping as it is now: that of a file where the settings name one, else what Port holds. */
public final class CurrentMapping {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentMapping.class);

  private final Settings settings;
  private final JqOptions jq;
  private final PortApi api;
  private final PortClient port;
  private final Masker masker;

  /**
   * Reads nothing yet.
   *
   * @param masker learns what headers of the mapping hold
   */
  public CurrentMapping(
      Settings settings, JqOptions jq, PortApi api, PortClient port, Masker masker) {
    this.settings = settings;
    this.jq = jq;
    this.api = api;
    this.port = port;
    this.masker = masker;
  }

  /**
   * Reads it anew.
   *
   * @throws ConfigException when it is wrong as a whole, or empty
   * @throws PortUnavailable when Port does not answer, or does not know us any more
   */
  MappingDocument read() {
    MappingDocument mapping = document();
    masker.hide(KnownSecrets.in(mapping));
    return mapping;
  }

  private MappingDocument document() {
    if (settings.run().mappingFile() != null) {
      return MappingReader.read(settings.run().mappingFile(), settings.source(), jq);
    }
    Integration integration =
        api.integration()
            .readGet(port.call(api.integration().get()))
            .orElseThrow(
                () ->
                    new PortUnavailable(
                        "Port does not know the integration "
                            + settings.identifier()
                            + " any more; expected it to be there since the start",
                        null));
    JsonNode config = integration.config();
    if (config.isMissingNode() || config.isNull() || config.isEmpty()) {
      throw new ConfigException(
          List.of(
              new Problem(
                  "mapping", "Port holds an empty one for " + settings.identifier(), "resources")));
    }
    return MappingReader.read(config, settings.source(), jq);
  }

  /**
   * Makes the routes those of the mapping before anybody wants a resync: kinds with a schedule of
   * their own wait for nobody. What is wrong with the mapping is told by the first resync.
   */
  public void generate(KindRoutes routes) {
    try {
      routes.follow(read().resources());
    } catch (ConfigException | PortUnavailable | PortException e) {
      LOG.info("There are no routes of kinds before the first resync: {}", e.getMessage());
    }
  }
}
