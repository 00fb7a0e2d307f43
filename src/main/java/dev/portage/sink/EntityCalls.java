package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.catalog.EntityKey;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls that write entities, and ask what Port holds of them (contract, sections 4.6 to 4.8).
 *
 * @param api whose entities they are
 */
public record EntityCalls(PortApi api) {
  /** Writes the entities of a batch; {@link UpsertAnswer#read} reads the answer. */
  public ApiRequest bulkUpsert(EntityBatch batch, UpsertOptions options) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode entities = body.putArray("entities");
    batch.entities().forEach(entity -> entities.add(entity.body()));
    String path = PortApi.path("/blueprints/%s/entities/bulk", batch.blueprint());
    return api.exporterRequest("POST", path, upsertQuery(options), body);
  }

  /** Writes one entity. */
  public ApiRequest upsert(Entity entity, UpsertOptions options) {
    String path = PortApi.path("/blueprints/%s/entities", entity.blueprint());
    return api.exporterRequest("POST", path, upsertQuery(options), entity.body());
  }

  private static Query upsertQuery(UpsertOptions options) {
    Query query =
        Query.of(
            "upsert",
            "true",
            "merge",
            Boolean.toString(options.merge()),
            "create_missing_related_entities",
            Boolean.toString(options.createMissingRelatedEntities()),
            "validation_only",
            "false");
    return event(query, options.resyncId());
  }

  /** Marks a call as part of a resync. */
  static Query event(Query query, String resyncId) {
    return query.and("ocean_info_event_type", "resync").and("ocean_info_resync_id", resyncId);
  }

  /**
   * Asks what Port holds of entities of one blueprint that belong to the installation.
   *
   * @param entities at least one, at most 50, each with a key; all of the first one's blueprint
   * @param included see {@link Comparison#included}
   */
  public ApiRequest search(List<Entity> entities, List<String> included) {
    Query query = Query.of("exclude_calculated_properties", "true").andEach("include", included);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("combinator", "and");
    ArrayNode rules = body.putArray("rules");
    ArrayNode identifiers = rule(rules, "$identifier", "in").putArray("value");
    entities.stream()
        .flatMap(entity -> entity.key().stream())
        .map(EntityKey::identifier)
        .distinct()
        .forEach(identifiers::add);
    rule(rules, "$blueprint", "=").put("value", entities.get(0).blueprint());
    rule(rules, "$datasource", "contains").put("value", api.datasourcePrefix());
    rule(rules, "$datasource", "contains").put("value", api.datasourceSuffix());
    return api.exporterRequest("POST", "/entities/search", query, body);
  }

  private static ObjectNode rule(ArrayNode rules, String property, String operator) {
    return rules.addObject().put("property", property).put("operator", operator);
  }

  /**
   * Reads the answer to {@link #search}.
   *
   * @throws PortException when it is an error
   */
  public List<JsonNode> readSearch(ApiResponse response) {
    return elements("entities/search", PortApi.success("entities/search", response));
  }

  /** The list of entities in an answer. */
  static List<JsonNode> elements(String call, JsonNode body) {
    if (!body.path("entities").isArray()) {
      throw PortException.incomplete(call, "a list of entities");
    }
    List<JsonNode> elements = new ArrayList<>();
    body.path("entities").forEach(elements::add);
    return elements;
  }
}
