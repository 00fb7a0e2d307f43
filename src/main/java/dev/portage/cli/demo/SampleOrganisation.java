package dev.portage.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The records of an invented software organisation, as its API would show them. They are the same
 * at every start.
 *
 * @param teams 8
 * @param services 60
 * @param members 15 for each team, by its identifier
 * @param deployments 400, the oldest first
 * @param incidents 45, the oldest first
 */
record SampleOrganisation(
    List<ObjectNode> teams,
    List<ObjectNode> services,
    Map<String, List<ObjectNode>> members,
    List<ObjectNode> deployments,
    List<ObjectNode> incidents) {

  private static final int MEMBERS_OF_A_TEAM = 15;
  private static final int DEPLOYMENTS = 400;
  private static final int INCIDENTS = 45;
  private static final Instant EPOCH = Instant.parse("2026-01-05T08:00:00Z");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Makes the records. */
  static SampleOrganisation create() {
    JsonNode world = Bundled.world();
    Map<String, List<ObjectNode>> members = new LinkedHashMap<>();
    List<ObjectNode> teams = new ArrayList<>();
    List<ObjectNode> services = new ArrayList<>();
    for (JsonNode team : world.path("teams")) {
      List<ObjectNode> people = members(world, teams.size() * MEMBERS_OF_A_TEAM);
      members.put(team.path("id").asText(), people);
      teams.add(team(team, people.get(0)));
      for (JsonNode service : team.path("services")) {
        services.add(service(world, team, service.asText(), services.size()));
      }
    }
    return new SampleOrganisation(
        teams,
        services,
        members,
        IntStream.range(0, DEPLOYMENTS).mapToObj(i -> deployment(services, i)).toList(),
        IntStream.range(0, INCIDENTS).mapToObj(i -> incident(world, services, i)).toList());
  }

  /** The services that a service calls: up to three others, as its identifiers. */
  List<String> dependencies(String service) {
    List<String> found = new ArrayList<>();
    int seed = Math.abs(service.hashCode() % 10_000);
    for (int i = 0; i < Scatter.below(4, seed, 1); i++) {
      String other = services.get(Scatter.below(services.size(), seed + i, 2)).path("id").asText();
      if (!other.equals(service) && !found.contains(other)) {
        found.add(other);
      }
    }
    return found;
  }

  private static ObjectNode team(JsonNode team, ObjectNode lead) {
    return NODES
        .objectNode()
        .put("id", team.path("id").asText())
        .put("name", team.path("name").asText())
        .put("slack_url", "https://chat.example.com/team-" + team.path("id").asText())
        .put("lead_email", lead.path("email").asText())
        .put("service_count", team.path("services").size());
  }

  private static List<ObjectNode> members(JsonNode world, int first) {
    List<ObjectNode> members = new ArrayList<>();
    for (int i = first; i < first + MEMBERS_OF_A_TEAM; i++) {
      // 30 first and 24 last names give 120 pairs before one comes again.
      String given = Scatter.turn(world.path("firstNames"), i);
      String family = Scatter.turn(world.path("lastNames"), i * 7);
      members.add(
          NODES
              .objectNode()
              .put("email", (given + "." + family + "@example.com").toLowerCase(Locale.ROOT))
              .put("name", given + " " + family)
              .put("role", Scatter.from(world.path("roles"), i, 3))
              .put("joined_at", at(Duration.ofDays(-Scatter.below(1500, i, 4))))
              .put("on_call", i % 5 == 2));
    }
    return members;
  }

  private static ObjectNode service(JsonNode world, JsonNode team, String id, int i) {
    ObjectNode service =
        NODES
            .objectNode()
            .put("id", id)
            .put("name", title(id))
            .put("language", Scatter.from(world.path("languages"), i, 5))
            .put("tier", 1 + Scatter.below(3, i, 6))
            .put("lifecycle", Scatter.from(world.path("lifecycles"), i, 7))
            .put("created_at", at(Duration.ofDays(-100 - Scatter.below(1000, i, 8))));
    service.putObject("repository").put("url", "https://git.example.com/shop/" + id);
    service.putObject("owner").put("team_id", team.path("id").asText());
    service.putArray("tags").add(id.substring(id.lastIndexOf('-') + 1));
    return service;
  }

  private static ObjectNode deployment(List<ObjectNode> services, int i) {
    String service = services.get(Scatter.below(services.size(), i, 9)).path("id").asText();
    int luck = Scatter.below(20, i, 11);
    int place = Scatter.below(10, i, 10);
    String commit = "%07x".formatted(Scatter.below(1 << 28, i, 12));
    ObjectNode deployment =
        NODES
            .objectNode()
            .put("id", "dep-%04d".formatted(i + 1))
            .put("service_id", service)
            .put("version", "%d.%d.%d".formatted(1 + i / 200, i / 20 % 10, i % 20))
            .put("environment", place < 6 ? "production" : place < 9 ? "staging" : "sandbox")
            .put("status", luck == 0 ? "failed" : luck == 1 ? "rolled_back" : "succeeded")
            .put("deployed_at", at(Duration.ofMinutes(i * 97L)))
            .put("duration_seconds", 40 + Scatter.below(900, i, 13));
    deployment
        .putObject("commit")
        .put("sha", commit)
        .put("url", "https://git.example.com/shop/%s/commit/%s".formatted(service, commit));
    return deployment;
  }

  private static ObjectNode incident(JsonNode world, List<ObjectNode> services, int i) {
    ObjectNode incident = NODES.objectNode().put("number", "INC-" + (1001 + i));
    ArrayNode affected = incident.putArray("affected");
    for (int k = 0; k <= Scatter.below(3, i, 14); k++) {
      int service = (Scatter.below(services.size(), i, 15) + 17 * k) % services.size();
      affected.addObject().put("service_id", services.get(service).path("id").asText());
    }
    boolean drill = i % 7 == 3;
    String symptom = Scatter.from(world.path("symptoms"), i, 16);
    String where = affected.path(0).path("service_id").asText();
    Duration opened = Duration.ofHours(i * 14L);
    String status = i >= 42 ? "open" : i >= 39 ? "mitigated" : "resolved";
    return incident
        .put("title", "%s%s: %s".formatted(drill ? "Drill: " : "", title(where), symptom))
        .put("severity", "sev" + (1 + Scatter.below(4, i, 17)))
        .put("status", status)
        .put("drill", drill)
        .put("opened_at", at(opened))
        .put("resolved_at", status.equals("resolved") ? at(opened.plusMinutes(25L + i)) : null);
  }

  private static String at(Duration sinceStart) {
    return EPOCH.plus(sinceStart).toString();
  }

  private static String title(String id) {
    String words = id.replace('-', ' ');
    String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return title.replaceFirst(" api$", " API");
  }
}
