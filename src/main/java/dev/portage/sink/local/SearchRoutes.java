package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finding entities (contract, sections 4.8 and 4.9). */
record SearchRoutes(LocalCatalog catalog) {

  private static final int DATASOURCE_PAGE = 5000;
  private static final int SEARCH_PAGE = 1000;
  private static final int USUAL_SEARCH_PAGE = 200;

  Routes into(Routes routes) {
    return routes
        .on("POST /v1/blueprints/entities/datasource-entities", this::owned)
        .on("POST /v1/entities/search", this::search)
        .on("POST /v1/blueprints/*/entities/search", this::searchBlueprint);
  }

  private Answer search(Call call, List<String> path) {
    List<String> include = call.query().getOrDefault("include", List.of());
    ObjectNode answer = Json.object().put("ok", true);
    ArrayNode entities = answer.putArray("entities");
    Set<String> blueprints = new LinkedHashSet<>();
    catalog
        .store()
        .matching(Condition.of(call.object()))
        .forEach(
            entity -> {
              entities.add(entity.shown(include));
              blueprints.add(entity.key().blueprint());
            });
    blueprints.forEach(answer.putArray("matchingBlueprints")::add);
    return Answer.json(200, answer);
  }

  private Answer searchBlueprint(Call call, List<String> path) {
    catalog.blueprints().get(path.get(0));
    ObjectNode body = call.body().length == 0 ? Json.object() : call.object();
    List<String> include = StoredEntity.targets(body.path("include"));
    Predicate<StoredEntity> within = entity -> entity.key().blueprint().equals(path.get(0));
    Stream<StoredEntity> all =
        Cursor.after(body, catalog.store()).dropWhile(within.negate()).takeWhile(within);
    if (body.has("query")) {
      all = all.filter(Condition.of(body.path("query"))::holds);
    }
    return Answer.json(200, Cursor.page(all, limit(body, USUAL_SEARCH_PAGE, SEARCH_PAGE), include));
  }

  private Answer owned(Call call, List<String> path) {
    ObjectNode body = call.object();
    Predicate<StoredEntity> wanted = ownedBy(body).and(writtenBefore(body.path("before")));
    ObjectNode page =
        Cursor.page(
            Cursor.after(body, catalog.store()).filter(wanted),
            limit(body, DATASOURCE_PAGE, DATASOURCE_PAGE),
            List.of());
    return Answer.json(200, page.has("next") ? page : page.putNull("next"));
  }

  private static Predicate<StoredEntity> ownedBy(JsonNode body) {
    String prefix = text(body, "datasource_prefix");
    String suffix = text(body, "datasource_suffix");
    return entity -> {
      String owner = entity.authorship().updatedBy();
      return owner.startsWith(prefix) && owner.endsWith(suffix);
    };
  }

  private static Predicate<StoredEntity> writtenBefore(JsonNode before) {
    if (before.isMissingNode() || before.isNull()) {
      return entity -> true;
    }
    try {
      Instant limit = OffsetDateTime.parse(before.asText()).toInstant();
      return entity -> entity.authorship().updatedAt().isBefore(limit);
    } catch (DateTimeException e) {
      throw Refusal.invalid("before: expected a date with time and zone");
    }
  }

  private static String text(JsonNode body, String name) {
    if (!body.path(name).isTextual()) {
      throw Refusal.invalid(name + ": expected a text");
    }
    return body.path(name).textValue();
  }

  private static int limit(JsonNode body, int usual, int most) {
    int limit = body.path("limit").asInt(usual);
    if (limit < 1) {
      throw Refusal.invalid("limit: expected a number of at least 1");
    }
    return Math.min(limit, most);
  }
}
