package dev.portage.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.util.Map;

/**
 * Both ends of a run, on this machine: the {@link SampleApi} and a local catalog which holds the
 * demonstration's blueprints and mapping.
 *
 * @param api where the records come from
 * @param catalog where they go
 */
public record DemoWorld(SampleApi api, LocalCatalogServer catalog) implements AutoCloseable {

  /** The identifier of the integration. */
  public static final String INTEGRATION = "demo";

  /**
   * Starts both ends.
   *
   * @param catalogPort where the catalog listens; 0 for any free port
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static DemoWorld start(int catalogPort) {
    return start(catalogPort, Bundled.mapping());
  }

  /**
   * Starts both ends with another mapping for the sample API; blueprints that it names and the
   * demonstration lacks are made from what is written.
   *
   * @param mapping the document of contract section 8.1
   */
  public static DemoWorld start(int catalogPort, JsonNode mapping) {
    LocalCatalog catalog = new LocalCatalog(true);
    catalog.define(Bundled.blueprints());
    catalog.install(INTEGRATION, mapping);
    LocalCatalogServer server = LocalCatalogServer.start(catalog, catalogPort);
    return new DemoWorld(SampleApi.start(0), server);
  }

  /** The environment of a single run from one end to the other (contract, section 2). */
  public Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("OCEAN__PORT__BASE_URL", catalog.url()),
        Map.entry("OCEAN__PORT__CLIENT_ID", "demo"),
        Map.entry("OCEAN__PORT__CLIENT_SECRET", "demo-secret"),
        Map.entry("OCEAN__INTEGRATION__IDENTIFIER", INTEGRATION),
        Map.entry("OCEAN__INTEGRATION__TYPE", "custom"),
        Map.entry("OCEAN__INTEGRATION__CONFIG__BASE_URL", api.url()),
        Map.entry("OCEAN__INTEGRATION__CONFIG__AUTH_TYPE", "bearer_token"),
        Map.entry("OCEAN__INTEGRATION__CONFIG__API_TOKEN", SampleApi.TOKEN),
        Map.entry("OCEAN__EVENT_LISTENER__TYPE", "ONCE"),
        Map.entry("OCEAN__INITIALIZE_PORT_RESOURCES", "false"));
  }

  /** Stops both. */
  @Override
  public void close() {
    api.close();
    catalog.close();
  }
}
