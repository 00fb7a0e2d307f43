package dev.portage.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import dev.portage.sink.local.LocalCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some services of the catalog with what relations tell about them.
 *
 * @param catalog after the run
 */
record ServiceOverview(LocalCatalog catalog) {

  private static final int MOST = 10;

  /** The table; empty when the catalog holds no services, as with another mapping. */
  Optional<TextTable> table() {
    List<ObjectNode> deployments = catalog.entities("deployment");
    List<ObjectNode> incidents = catalog.entities("incident");
    List<List<String>> rows = new ArrayList<>();
    for (ObjectNode service : catalog.entities("service").stream().limit(MOST).toList()) {
      rows.add(row(service, of(service, deployments, "service"), incidents(service, incidents)));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TextTable(
                List.of("service", "team", "tier", "#deployments", "last deployed", "#incidents"),
                rows));
  }

  private List<String> row(
      ObjectNode service, List<ObjectNode> deployments, List<ObjectNode> incidents) {
    String last =
        deployments.stream()
            .map(deployment -> deployment.path("properties").path("deployed_at").asText())
            .max(String::compareTo)
            .orElse("never");
    return List.of(
        name(service),
        team(service.path("relations").path("team").asText()),
        service.path("properties").path("tier").asText(),
        Integer.toString(deployments.size()),
        last.replace('T', ' ').replaceFirst(":\\d\\d(\\.\\d+)?Z$", ""),
        Integer.toString(incidents.size()));
  }

  private String team(String identifier) {
    return catalog.entity(new EntityKey("team", identifier)).map(ServiceOverview::name).orElse("-");
  }

  private static List<ObjectNode> incidents(ObjectNode service, List<ObjectNode> all) {
    return of(service, all, "services");
  }

  private static List<ObjectNode> of(ObjectNode service, List<ObjectNode> all, String relation) {
    JsonNode identifier = service.path("identifier");
    return all.stream()
        .filter(one -> leadsTo(one.path("relations").path(relation), identifier))
        .toList();
  }

  private static boolean leadsTo(JsonNode value, JsonNode identifier) {
    boolean found = Objects.equals(value, identifier);
    for (JsonNode one : value) {
      found |= Objects.equals(one, identifier);
    }
    return found;
  }

  private static String name(JsonNode entity) {
    String title = entity.path("title").asText("");
    return title.isBlank() || entity.path("title").isNull()
        ? entity.path("identifier").asText()
        : title;
  }
}
