package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Query;
import java.util.Optional;

/**
 * The calls that concern the installation itself (contract, sections 4.4 and 4.5).
 *
 * @param api whose installation it is
 */
public record IntegrationCalls(PortApi api) {
  private static final String ONE = "/integration/%s";
  private static final String PROCESSING_MODE = "ocean-core";

  /** Asks for the installation and its mapping. */
  public ApiRequest get() {
    Query query =
        Query.EMPTY.and("oceanCoreVersion", PortApi.CORE_VERSION).and("isPolling", "false");
    return api.request("GET", PortApi.path(ONE, api.identifier()), query, null);
  }

  /**
   * Reads the answer to {@link #get}.
   *
   * @return empty when Port does not know the installation
   * @throws PortException for any other error
   */
  public Optional<Integration> readGet(ApiResponse response) {
    return response.status() == 404 ? Optional.empty() : Optional.of(read(response));
  }

  /**
   * Reads the answer to the calls that create or change the installation.
   *
   * @throws PortException when it is an error
   */
  public Integration read(ApiResponse response) {
    JsonNode body = PortApi.success("integration " + api.identifier(), response);
    JsonNode integration = body.path("integration");
    if (!integration.isObject()) {
      throw PortException.incomplete("integration " + api.identifier(), "integration");
    }
    return new Integration(integration);
  }

  /**
   * Creates the installation.
   *
   * @param changelogDestination how Port asks for a resync; an empty object when it does not
   * @param origin of the default resources; Port makes them itself when it is {@code PORT}
   * @param mapping to begin with; an empty object when Port is to write one
   */
  public ApiRequest create(JsonNode changelogDestination, Origin origin, JsonNode mapping) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("installationId", api.identifier());
    body.put("installationAppType", api.type());
    body.put("version", api.version());
    body.set("changelogDestination", changelogDestination);
    body.set("config", mapping);
    body.put("actionsProcessingEnabled", false);
    body.put("incrementalSyncEnabled", false);
    body.put("createPortResourcesOrigin", origin.text());
    Query query =
        origin == Origin.PORT
            ? Query.EMPTY.and("integration_modes", "create_resources")
            : Query.EMPTY;
    return api.request("POST", "/integration", query, body);
  }

  /**
   * Whether Port has to be told who we are (contract, section 5.2, step 4). Null and what is
   * missing are as good as an empty object or false.
   *
   * @param changelogDestination how Port is to ask for a resync
   */
  public boolean hasDrifted(Integration integration, JsonNode changelogDestination) {
    JsonNode body = integration.body();
    JsonNode stored = integration.changelogDestination();
    boolean sameDestination =
        stored.isEmpty() ? changelogDestination.isEmpty() : stored.equals(changelogDestination);
    return !sameDestination
        || !body.path("installationAppType").asText().equals(api.type())
        || !integration.version().equals(Optional.of(api.version()))
        || body.path("actionsProcessingEnabled").asBoolean(false)
        || body.path("incrementalSyncEnabled").asBoolean(false)
        || !integration.processingMode().equals(Optional.of(PROCESSING_MODE));
  }

  /**
   * Tells Port who we are: version, how it may ask for a resync, and that we map ourselves (DESIGN,
   * section 6, "Processing mode").
   */
  public ApiRequest announce(JsonNode changelogDestination) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.put("installationAppType", api.type());
    fields.set("changelogDestination", changelogDestination);
    fields.put("actionsProcessingEnabled", false);
    fields.put("incrementalSyncEnabled", false);
    fields.put("processingMode", PROCESSING_MODE);
    return patch(fields);
  }

  /** Tells Port that the default resources need not be created again. */
  public ApiRequest resourcesInitialized() {
    return patch(JsonNodeFactory.instance.objectNode().put("arePortResourcesInitialized", true));
  }

  /** The same, and gives the installation a mapping. */
  public ApiRequest resourcesInitialized(JsonNode mapping) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.set("config", mapping);
    return patch(fields.put("arePortResourcesInitialized", true));
  }

  /**
   * Gives the installation a mapping; {@link #read} reads the answer.
   *
   * @param saas whether it runs at Port, where a new mapping starts no resync of its own then
   */
  public ApiRequest configure(JsonNode mapping, boolean saas) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("config", mapping);
    String path = PortApi.path(ONE + "/config", api.identifier());
    ApiRequest request = api.request("PATCH", path, Query.EMPTY, body);
    return saas ? request.withHeader("x-skip-resync", "true") : request;
  }

  private ApiRequest patch(ObjectNode fields) {
    fields.put("version", api.version());
    return api.request("PATCH", PortApi.path(ONE, api.identifier()), Query.EMPTY, fields);
  }

  /** Reports the state of a resync; {@link #read} reads the answer. */
  public ApiRequest resyncState(ResyncState state) {
    String path = PortApi.path(ONE + "/resync-state", api.identifier());
    return api.request("PATCH", path, Query.EMPTY, state.body());
  }

  /** Asks whether somebody wants a resync. */
  public ApiRequest resyncRequest() {
    String path = PortApi.path(ONE + "/resync-request", api.identifier());
    return api.request("GET", path, Query.EMPTY, null);
  }

  /**
   * Reads the answer to {@link #resyncRequest}.
   *
   * @return the time of the request as Port writes it, which changes with every request; empty when
   *     there is none
   * @throws PortException when it is an error
   */
  public Optional<String> readResyncRequest(ApiResponse response) {
    JsonNode body = PortApi.success("resync-request", response);
    return Optional.ofNullable(body.path("request").path("updatedAt").textValue());
  }
}
