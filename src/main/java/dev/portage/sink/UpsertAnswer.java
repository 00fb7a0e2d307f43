package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.catalog.Outcome;
import dev.portage.http.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What an answer to a bulk upsert says (contract, section 4.6). */
public sealed interface UpsertAnswer {

  /** Statuses for which a part of the batch may be taken where the whole is not. */
  Set<Integer> SPLIT = Set.of(400, 409, 413, 422);

  /** Statuses that say nothing about the entities, although they are 4xx. */
  Set<Integer> NOT_ABOUT_ENTITIES = Set.of(401, 408, 425, 429);

  /**
   * Every entity has its outcome.
   *
   * @param outcomes one for each entity of the batch, in its order
   */
  record Settled(List<Outcome> outcomes) implements UpsertAnswer {}

  /** The batch was refused as a whole; its halves are to be sent, in this order. */
  record Split(EntityBatch first, EntityBatch second) implements UpsertAnswer {}

  /**
   * Reads an answer.
   *
   * <p>With 2xx every entity has its own result. With 400, 409, 413 and 422 the batch is split
   * until the entity that Port does not like stands alone. Any other 4xx concerns all entities
   * alike; with 404 the blueprint is missing. Everything else, 5xx above all, is a failed write,
   * about which nothing is known.
   */
  static UpsertAnswer read(EntityBatch batch, ApiResponse response) {
    if (response.isSuccess()) {
      return new Settled(
          isReadable(response.body())
              ? results(batch, response)
              : failures(batch, "Port's answer cannot be read; expected entities and errors"));
    }
    int status = response.status();
    if (SPLIT.contains(status) && batch.entities().size() > 1) {
      return split(batch);
    }
    PortError error = PortError.of(response);
    boolean refused = status >= 400 && status < 500 && !NOT_ABOUT_ENTITIES.contains(status);
    return new Settled(
        refused
            ? all(batch, entity -> rejected(entity, error))
            : failures(batch, error.toString()));
  }

  /**
   * The outcomes of a batch that never got an answer.
   *
   * @param reason for a person to read
   */
  static List<Outcome> failures(EntityBatch batch, String reason) {
    return all(batch, entity -> new Outcome.Failed(entity, reason));
  }

  private static boolean isReadable(JsonNode body) {
    return body.path("entities").isArray() || body.path("errors").isArray();
  }

  private static Split split(EntityBatch batch) {
    List<Entity> entities = batch.entities();
    int middle = entities.size() / 2;
    return new Split(
        new EntityBatch(batch.blueprint(), entities.subList(0, middle)),
        new EntityBatch(batch.blueprint(), entities.subList(middle, entities.size())));
  }

  private static Outcome rejected(Entity entity, PortError error) {
    String code = error.status() == 404 ? Outcome.Rejected.NO_BLUEPRINT : error.code();
    return new Outcome.Rejected(entity, error.status(), code, error.message());
  }

  private static List<Outcome> results(EntityBatch batch, ApiResponse response) {
    JsonNode[] written = byIndex(response.body().path("entities"), batch.entities().size());
    JsonNode[] errors = byIndex(response.body().path("errors"), batch.entities().size());
    List<Outcome> outcomes = new ArrayList<>(batch.entities().size());
    for (int i = 0; i < batch.entities().size(); i++) {
      Entity entity = batch.entities().get(i);
      if (errors[i] != null) {
        outcomes.add(failure(entity, errors[i], response.status()));
      } else if (written[i] != null) {
        outcomes.add(success(entity, written[i]));
      } else {
        outcomes.add(
            new Outcome.Rejected(
                entity, response.status(), "", "Port's answer does not mention it"));
      }
    }
    return outcomes;
  }

  private static JsonNode[] byIndex(JsonNode results, int size) {
    JsonNode[] sorted = new JsonNode[size];
    for (JsonNode result : results) {
      int index = result.path("index").asInt(-1);
      if (index >= 0 && index < size) {
        sorted[index] = result;
      }
    }
    return sorted;
  }

  private static Outcome success(Entity entity, JsonNode result) {
    String sent = entity.body().path("identifier").asText("");
    return new Outcome.Upserted(
        entity, result.path("identifier").asText(sent), result.path("created").asBoolean(false));
  }

  private static Outcome failure(Entity entity, JsonNode result, int status) {
    PortError error = PortError.ofEntity(result, status);
    boolean unknown = result.path("identifier").asText("").equals("unknown");
    if (unknown && entity.key().isEmpty() && error.status() == 404) {
      return new Outcome.Unmatched(entity);
    }
    return error.status() >= 500
        ? new Outcome.Failed(entity, error.toString())
        : new Outcome.Rejected(entity, error.status(), error.code(), error.message());
  }

  private static List<Outcome> all(EntityBatch batch, Function<Entity, Outcome> outcome) {
    return batch.entities().stream().map(outcome).toList();
  }
}
