package dev.portage.sink.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Blueprints, and what comes with them in Port but means nothing here. */
record BlueprintRoutes(LocalCatalog catalog) {

  Routes into(Routes routes) {
    return routes
        .on("GET /v1/blueprints", (call, path) -> all())
        .on("POST /v1/blueprints", this::create)
        .on(
            "GET /v1/blueprints/*",
            (call, path) -> shown(200, catalog.blueprints().get(path.get(0))))
        .on("PUT /v1/blueprints/*", this::replace)
        .on("PATCH /v1/blueprints/*", this::patch)
        .on("DELETE /v1/blueprints/*", this::drop)
        .on("POST /v1/blueprints/*/scorecards", (call, path) -> echo("scorecard", call))
        .on("POST /v1/blueprints/*/actions", (call, path) -> echo("action", call))
        .on("POST /v1/actions", (call, path) -> echo("action", call))
        .on("POST /v1/pages", (call, path) -> echo("page", call));
  }

  private Answer all() {
    ObjectNode answer = Json.object().put("ok", true);
    // Port has no such key: a mapping cannot be wrong about what is made from it.
    answer.put("inferring", catalog.blueprints().areInferred());
    ArrayNode shown = answer.putArray("blueprints");
    catalog
        .blueprints()
        .all()
        .forEach(one -> shown.add(one.document().deepCopy().put("inferred", one.inferred())));
    return Answer.json(200, answer);
  }

  private Answer create(Call call, List<String> path) {
    ObjectNode sent = call.object();
    return shown(201, catalog.changing(blueprints -> blueprints.createLinked(sent)));
  }

  private Answer replace(Call call, List<String> path) {
    ObjectNode sent = call.object();
    return shown(200, catalog.changing(blueprints -> blueprints.replace(path.get(0), sent)));
  }

  private Answer patch(Call call, List<String> path) {
    ObjectNode sent = call.object();
    return shown(200, catalog.changing(blueprints -> blueprints.patch(path.get(0), sent)));
  }

  private Answer drop(Call call, List<String> path) {
    catalog.changing(blueprints -> blueprints.drop(path.get(0)));
    return Answer.json(200, Json.object().put("ok", true));
  }

  private static Answer shown(int status, Blueprint blueprint) {
    return Answer.json(
        status, Json.object().put("ok", true).set("blueprint", blueprint.document()));
  }

  private static Answer echo(String name, Call call) {
    return Answer.json(201, Json.object().put("ok", true).set(name, call.object()));
  }
}
