package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import java.util.List;

/** Writing, reading and deleting entities (contract, sections 4.6, 4.7 and 4.9). */
record EntityRoutes(LocalCatalog catalog) {

  private static final int MOST_UPSERTED = 20;
  private static final int MOST_DELETED = 100;
  private static final int MOST_BYTES = 1 << 20;

  Routes into(Routes routes) {
    return routes
        .on("POST /v1/blueprints/*/entities/bulk", this::bulk)
        .on("POST /v1/blueprints/*/bulk/entities/delete", this::deleteMany)
        .on("DELETE /v1/blueprints/*/all-entities", this::deleteAll)
        .on("POST /v1/blueprints/*/entities", this::upsert)
        .on("GET /v1/blueprints/*/entities", this::list)
        .on("GET /v1/blueprints/*/entities/*", this::get)
        .on("PUT /v1/blueprints/*/entities/*", this::put)
        .on("PATCH /v1/blueprints/*/entities/*", this::patch)
        .on("DELETE /v1/blueprints/*/entities/*", this::delete);
  }

  private Answer bulk(Call call, List<String> path) {
    if (call.body().length > MOST_BYTES) {
      throw new Refusal(413, "payload_too_large", "body: more than %d bytes".formatted(MOST_BYTES));
    }
    JsonNode sent = list(call, MOST_UPSERTED);
    catalog.blueprints().target(path.get(0));
    ObjectNode answer = ok();
    ArrayNode written = answer.putArray("entities");
    ArrayNode errors = answer.putArray("errors");
    for (int i = 0; i < sent.size(); i++) {
      try {
        LocalCatalog.Written result = upsert(call, path.get(0), sent.get(i));
        written
            .addObject()
            .put("identifier", result.entity().key().identifier())
            .put("index", i)
            .put("created", result.created());
      } catch (Refusal e) {
        errors.add(error(e, i, sent.get(i)));
      }
    }
    return Answer.json(errors.isEmpty() ? 200 : 207, answer);
  }

  private static ObjectNode error(Refusal refusal, int index, JsonNode sent) {
    return Json.object()
        .put(
            "identifier",
            sent.path("identifier").isTextual() ? sent.path("identifier").textValue() : "unknown")
        .put("index", index)
        .put("statusCode", refusal.status())
        .put("error", refusal.code())
        .put("message", refusal.words());
  }

  private LocalCatalog.Written upsert(Call call, String blueprint, JsonNode sent) {
    return catalog.upsert(blueprint, sent, UpsertMode.of(call), call.agent());
  }

  private Answer upsert(Call call, List<String> path) {
    LocalCatalog.Written result = upsert(call, path.get(0), call.object());
    return Answer.json(result.created() ? 201 : 200, shown(result.entity()));
  }

  private Answer put(Call call, List<String> path) {
    return Answer.json(200, shown(write(call, path, UpsertMode.of(call).replacing())));
  }

  private Answer patch(Call call, List<String> path) {
    find(path);
    return Answer.json(200, shown(write(call, path, UpsertMode.of(call).merging())));
  }

  private StoredEntity write(Call call, List<String> path, UpsertMode mode) {
    ObjectNode sent = call.object().put("identifier", path.get(1));
    return catalog.upsert(path.get(0), sent, mode, call.agent()).entity();
  }

  private Answer list(Call call, List<String> path) {
    catalog.blueprints().get(path.get(0));
    ObjectNode answer = ok();
    answer.putArray("entities").addAll(catalog.entities(path.get(0)));
    return Answer.json(200, answer);
  }

  private Answer get(Call call, List<String> path) {
    return Answer.json(200, shown(find(path)));
  }

  private Answer delete(Call call, List<String> path) {
    find(path);
    catalog.delete(path.get(0), path.subList(1, 2), call.flag("delete_dependents"));
    return Answer.json(200, ok());
  }

  private Answer deleteMany(Call call, List<String> path) {
    JsonNode sent = list(call, MOST_DELETED);
    sent.forEach(one -> Identifiers.checked("entities", one));
    ObjectNode answer = ok();
    ArrayNode deleted = answer.putArray("deletedEntities");
    catalog
        .delete(path.get(0), StoredEntity.targets(sent), call.flag("delete_dependents"))
        .forEach(deleted::add);
    return Answer.json(200, answer);
  }

  private Answer deleteAll(Call call, List<String> path) {
    List<String> all =
        catalog.store().of(path.get(0)).map(entity -> entity.key().identifier()).toList();
    catalog.delete(path.get(0), all, true);
    if (call.flag("delete_blueprint")) {
      catalog.changing(blueprints -> blueprints.drop(path.get(0)));
    }
    return Answer.json(200, ok().put("migrationId", "migration_local"));
  }

  private StoredEntity find(List<String> path) {
    return catalog
        .store()
        .find(new EntityKey(path.get(0), path.get(1)))
        .orElseThrow(
            () ->
                Refusal.missing(
                    "entity \"%s\" of blueprint \"%s\" was not found"
                        .formatted(path.get(1), path.get(0))));
  }

  private static JsonNode list(Call call, int most) {
    JsonNode list = call.object().path("entities");
    if (!list.isArray() || list.isEmpty() || list.size() > most) {
      throw Refusal.invalid("entities: expected a list of 1 to %d items".formatted(most));
    }
    return list;
  }

  private static ObjectNode shown(StoredEntity entity) {
    return ok().set("entity", entity.shown());
  }

  private static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
