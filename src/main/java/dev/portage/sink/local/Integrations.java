package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** The installations that wrote here, with their mappings and states (contract, section 4.4). */
final class Integrations {

  private final Map<String, ObjectNode> byIdentifier = new ConcurrentSkipListMap<>();
  private final Clock clock;

  Integrations(Clock clock) {
    this.clock = clock;
  }

  /** All, in the order of their identifiers. */
  List<ObjectNode> all() {
    return List.copyOf(byIdentifier.values());
  }

  /**
   * One of them.
   *
   * @throws Refusal 404 when it is not there
   */
  ObjectNode get(String identifier) {
    ObjectNode integration = byIdentifier.get(identifier);
    if (integration == null) {
      throw Refusal.missing("integration \"%s\" was not found".formatted(identifier));
    }
    return integration;
  }

  /**
   * Notes a new one.
   *
   * @throws Refusal 409 when it exists, 422 when it has no {@code installationId}
   */
  synchronized ObjectNode create(ObjectNode given) {
    JsonNode identifier = given.path("installationId");
    if (!identifier.isTextual() || identifier.textValue().isBlank()) {
      throw Refusal.invalid("installationId: expected a text");
    }
    if (byIdentifier.containsKey(identifier.textValue())) {
      throw Refusal.exists("integration \"%s\"".formatted(identifier.textValue()));
    }
    ObjectNode integration = fresh(identifier.textValue());
    integration.setAll(given.deepCopy());
    return keep(identifier.textValue(), integration);
  }

  /** Replaces the fields given. */
  ObjectNode patch(String identifier, ObjectNode given) {
    return changed(identifier, integration -> integration.setAll(given.deepCopy()));
  }

  /**
   * Replaces the mapping.
   *
   * @throws Refusal 422 when {@code config} is no object
   */
  ObjectNode configure(String identifier, ObjectNode given) {
    if (!given.path("config").isObject()) {
      throw Refusal.invalid("config: expected an object");
    }
    return changed(identifier, it -> it.set("config", given.path("config").deepCopy()));
  }

  /** Notes the state of a resync (contract, section 4.5). */
  ObjectNode resync(String identifier, ObjectNode given) {
    return changed(
        identifier,
        integration -> {
          ObjectNode state = integration.withObject("/resyncState");
          state.setAll(given.deepCopy());
          state.put("updatedAt", clock.instant().toString());
        });
  }

  /** Forgets one. */
  synchronized void remove(String identifier) {
    get(identifier);
    byIdentifier.remove(identifier);
  }

  private synchronized ObjectNode changed(String identifier, Consumer<ObjectNode> change) {
    ObjectNode integration = get(identifier).deepCopy();
    change.accept(integration);
    return keep(identifier, integration);
  }

  private ObjectNode keep(String identifier, ObjectNode integration) {
    integration.put("identifier", identifier).put("installationId", identifier);
    integration.put("updatedAt", clock.instant().toString());
    byIdentifier.put(identifier, integration);
    return integration;
  }

  private ObjectNode fresh(String identifier) {
    String now = clock.instant().toString();
    ObjectNode integration =
        Json.object()
            .put("_id", "integration_" + identifier)
            .put("_orgId", LocalCatalog.ORGANISATION)
            .put("installationAppType", "custom")
            .put("integrationType", "custom")
            .put("installationType", "OnPrem")
            .put("version", "")
            .put("arePortResourcesInitialized", false)
            .put("createdAt", now);
    integration.putObject("changelogDestination");
    integration.putObject("config");
    integration.putObject("resyncState").put("updatedAt", now);
    return integration;
  }
}
