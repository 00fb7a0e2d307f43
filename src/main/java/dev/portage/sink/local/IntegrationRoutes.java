package dev.portage.sink.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/**
 * Integrations, the organisation, and what Port takes in while a resync runs (contract, sections
 * 4.4, 4.5 and 4.10 to 4.12). Logs, metrics, heartbeats and examples are accepted and dropped.
 *
 * @param url the server's own address, known once it listens
 */
record IntegrationRoutes(Integrations integrations, Supplier<String> url) {

  Routes into(Routes routes) {
    integrations(routes);
    accepted(routes);
    return routes
        .on("GET /v1/organization", (call, path) -> organization())
        .on("GET /v1/kafka-credentials", (call, path) -> kafkaCredentials())
        .on("GET /v1/version", (call, path) -> Answer.json(200, ok()))
        .on("GET /v1/migrations/*", (call, path) -> migration(path.get(0)));
  }

  private void integrations(Routes routes) {
    routes
        .on("GET /v1/integration/provision-enabled", (call, path) -> noneProvisioned())
        .on("GET /v1/integration", (call, path) -> all())
        .on("POST /v1/integration", (call, path) -> shown(201, integrations.create(call.object())))
        .on("GET /v1/integration/*", (call, path) -> shown(200, integrations.get(path.get(0))))
        .on("PATCH /v1/integration/*", this::patch)
        .on("DELETE /v1/integration/*", this::remove)
        .on("PATCH /v1/integration/*/config", this::configure)
        .on("PATCH /v1/integration/*/resync-state", this::resync)
        .on("GET /v1/integration/*/resync-request", this::resyncRequest);
  }

  private static void accepted(Routes routes) {
    routes
        .on("POST /v1/integration/*/kinds/*/examples", (call, path) -> Answer.json(200, ok()))
        .on("POST /v1/integration/*/logs", (call, path) -> Answer.json(200, ok()))
        .on(
            "GET /v1/integration/*/cursor",
            (call, path) -> Answer.json(200, ok().putNull("cursor")))
        .on("PUT /v1/integration/*/cursor", (call, path) -> Answer.json(200, ok()))
        .on("POST /v1/integration/*/cursor", (call, path) -> Answer.json(200, ok()))
        .on("POST /ingest/**", (call, path) -> Answer.json(202, ok()))
        .on("PUT /ingest/**", (call, path) -> Answer.json(202, ok()));
  }

  private static Answer noneProvisioned() {
    ObjectNode answer = ok();
    answer.putArray("integrations");
    return Answer.json(200, answer);
  }

  private Answer all() {
    ObjectNode answer = ok();
    ArrayNode shown = answer.putArray("integrations");
    integrations.all().forEach(integration -> shown.add(withAddresses(integration)));
    return Answer.json(200, answer);
  }

  private Answer patch(Call call, List<String> path) {
    return shown(200, integrations.patch(path.get(0), call.object()));
  }

  private Answer configure(Call call, List<String> path) {
    return shown(200, integrations.configure(path.get(0), call.object()));
  }

  private Answer resync(Call call, List<String> path) {
    return shown(200, integrations.resync(path.get(0), call.object()));
  }

  private Answer resyncRequest(Call call, List<String> path) {
    integrations.get(path.get(0));
    return Answer.json(200, ok().putNull("request"));
  }

  private Answer remove(Call call, List<String> path) {
    integrations.remove(path.get(0));
    return Answer.json(200, ok());
  }

  private static Answer organization() {
    ObjectNode answer = ok();
    answer
        .putObject("organization")
        .put("id", LocalCatalog.ORGANISATION)
        .put("name", "Local catalog")
        .putArray("featureFlags");
    return Answer.json(200, answer);
  }

  /** No broker belongs to a local catalog; one that does gets this login. */
  private static Answer kafkaCredentials() {
    ObjectNode answer = ok();
    answer.putObject("credentials").put("username", "local-user").put("password", "local-secret");
    return Answer.json(200, answer);
  }

  private static Answer migration(String id) {
    ObjectNode answer = ok();
    answer.putObject("migration").put("id", id).put("status", "COMPLETE");
    return Answer.json(200, answer);
  }

  private Answer shown(int status, ObjectNode integration) {
    return Answer.json(status, ok().set("integration", withAddresses(integration)));
  }

  private ObjectNode withAddresses(ObjectNode integration) {
    ObjectNode shown = integration.deepCopy();
    for (String kind : List.of("log", "metric", "ingest")) {
      shown
          .putObject(kind + "Attributes")
          .put("ingestId", "local")
          .put("ingestUrl", "%s/ingest/%s/local".formatted(url.get(), kind));
    }
    return shown;
  }

  private static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
