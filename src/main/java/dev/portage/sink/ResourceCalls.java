package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Query;

/**
 * The calls that create default resources (contract, section 4.3, row 8).
 *
 * @param api where they are created
 */
public record ResourceCalls(PortApi api) {
  private static final String BLUEPRINT = "/blueprints/%s";

  /** Asks for a blueprint; {@link #readExists} reads the answer. */
  public ApiRequest blueprint(String identifier) {
    return api.exporterRequest("GET", PortApi.path(BLUEPRINT, identifier), Query.EMPTY, null);
  }

  /**
   * Reads whether there is what was asked for, or was to be removed.
   *
   * @throws PortException when the answer says neither
   */
  public boolean readExists(ApiResponse response) {
    if (response.status() == 404) {
      return false;
    }
    PortApi.success("blueprint", response);
    return true;
  }

  /** Asks for all blueprints; {@link #readBlueprints} reads the answer. */
  public ApiRequest blueprints() {
    return api.request("GET", "/blueprints", Query.EMPTY, null);
  }

  /**
   * Reads the answer to {@link #blueprints}: an object with a list {@code blueprints}.
   *
   * @throws PortException when it is an error
   */
  public JsonNode readBlueprints(ApiResponse response) {
    return PortApi.success("blueprints", response);
  }

  /** Creates a blueprint; {@link #readCreated} reads the answer. */
  public ApiRequest createBlueprint(ObjectNode blueprint) {
    return api.exporterRequest("POST", "/blueprints", Query.EMPTY, blueprint);
  }

  /**
   * Reads whether something was created.
   *
   * @param what it is, for messages
   * @return false when it was there already
   * @throws PortException when Port refuses it
   */
  public boolean readCreated(String what, ApiResponse response) {
    if (response.status() == 409) {
      return false;
    }
    PortApi.success(what, response);
    return true;
  }

  /** Replaces the fields given; {@link #readPatched} reads the answer. */
  public ApiRequest patchBlueprint(ObjectNode blueprint) {
    String path = PortApi.path(BLUEPRINT, identifier(blueprint));
    return api.exporterRequest("PATCH", path, Query.EMPTY, blueprint);
  }

  /**
   * Reads the answer to {@link #patchBlueprint}.
   *
   * @param what was changed, for messages
   * @throws PortException when Port refuses it
   */
  public void readPatched(String what, ApiResponse response) {
    PortApi.success(what, response);
  }

  /** Removes a blueprint that has no entities; {@link #readExists} reads the answer. */
  public ApiRequest deleteBlueprint(String identifier) {
    return api.exporterRequest("DELETE", PortApi.path(BLUEPRINT, identifier), Query.EMPTY, null);
  }

  /** Creates an action; {@link #readCreated} reads the answer. */
  public ApiRequest createAction(JsonNode action) {
    return api.request("POST", "/actions", Query.EMPTY, action);
  }

  /** Creates a scorecard; {@link #readCreated} reads the answer. */
  public ApiRequest createScorecard(DefaultResources.Scorecard scorecard) {
    String path = PortApi.path("/blueprints/%s/scorecards", scorecard.blueprint());
    return api.request("POST", path, Query.EMPTY, scorecard.body());
  }

  /** Creates a page; {@link #readCreated} reads the answer. */
  public ApiRequest createPage(JsonNode page) {
    return api.request("POST", "/pages", Query.EMPTY, page);
  }

  /** By what a resource is known; empty for a page that leaves it to Port. */
  public static String identifier(JsonNode resource) {
    return resource.path("identifier").asText("");
  }
}
