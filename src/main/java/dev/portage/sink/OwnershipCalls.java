package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.ContentHash;
import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Fingerprint;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that find out what belongs to the installation, and delete what is stale (contract,
 * section 4.9).
 *
 * @param api whose entities they are
 */
public record OwnershipCalls(PortApi api) {
  private static final int OWNED_PER_PAGE = 5000;

  /**
   * Asks for a page of the entities that belong to the installation.
   *
   * @param before only those that were last changed before; null for all
   * @param cursor of the page; null for the first
   */
  public ApiRequest owned(@Nullable Instant before, @Nullable String cursor) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("datasource_prefix", api.datasourcePrefix());
    body.put("datasource_suffix", api.datasourceSuffix());
    body.put("limit", OWNED_PER_PAGE);
    if (before != null) {
      body.put("before", PortApi.time(before));
    }
    if (cursor != null) {
      body.put("from", cursor);
    }
    return api.exporterRequest(
        "POST", "/blueprints/entities/datasource-entities", Query.EMPTY, body);
  }

  /**
   * Reads the answer to {@link #owned}.
   *
   * @throws PortException when it is an error
   */
  public OwnedPage readOwned(ApiResponse response) {
    JsonNode body = PortApi.success("datasource-entities", response);
    List<EntityKey> keys = new ArrayList<>();
    for (JsonNode entity : EntityCalls.elements("datasource-entities", body)) {
      keys.add(
          new EntityKey(entity.path("blueprint").asText(""), entity.path("identifier").asText("")));
    }
    String next = body.path("next").asText("");
    return new OwnedPage(keys, Optional.of(next).filter(cursor -> !cursor.isEmpty()));
  }

  /** Asks for a blueprint. */
  public ApiRequest blueprint(String blueprint) {
    String path = PortApi.path("/blueprints/%s", blueprint);
    return api.exporterRequest("GET", path, Query.EMPTY, null);
  }

  /**
   * Reads which blueprint each relation points to from the answer to {@link #blueprint}.
   *
   * @return target by relation; empty when Port does not know the blueprint
   * @throws PortException for any other error
   */
  public Map<String, String> readRelationTargets(ApiResponse response) {
    Map<String, String> targets = new LinkedHashMap<>();
    if (response.status() == 404) {
      return targets;
    }
    JsonNode body = PortApi.success("blueprint", response);
    if (!body.path("blueprint").isObject()) {
      throw PortException.incomplete("blueprint", "blueprint");
    }
    for (Map.Entry<String, JsonNode> relation :
        body.path("blueprint").path("relations").properties()) {
      targets.put(relation.getKey(), relation.getValue().path("target").asText(""));
    }
    return targets;
  }

  /**
   * Reads the fingerprint of a blueprint from the answer to {@link #blueprint}.
   *
   * @return empty when Port does not know the blueprint
   * @throws PortException for any other error
   */
  public Optional<Fingerprint> readFingerprint(ApiResponse response) {
    return response.status() == 404
        ? Optional.empty()
        : Optional.of(ContentHash.of(PortApi.success("blueprint", response).path("blueprint")));
  }

  /**
   * Deletes entities of one blueprint.
   *
   * @param identifiers at least one, at most 100; exactly one unless dependents go as well, since
   *     Port refuses the entire request for one that others depend on
   * @param dependents whether what depends on them goes as well
   */
  public ApiRequest delete(
      String blueprint, List<String> identifiers, boolean dependents, String resyncId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode list = body.putArray("entities");
    identifiers.forEach(list::add);
    Query query = Query.EMPTY.and("delete_dependents", Boolean.toString(dependents));
    String path = PortApi.path("/blueprints/%s/bulk/entities/delete", blueprint);
    return api.exporterRequest("POST", path, EntityCalls.event(query, resyncId), body);
  }

  /**
   * Reads which entities are gone from the answer to {@link #delete}.
   *
   * @throws PortException when it is an error
   */
  public List<String> readDelete(ApiResponse response) {
    List<String> identifiers = new ArrayList<>();
    PortApi.success("delete", response)
        .path("deletedEntities")
        .forEach(identifier -> identifiers.add(identifier.asText()));
    return identifiers;
  }
}
