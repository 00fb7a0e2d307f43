package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.catalog.JsonSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers entities until they are worth a request (contract, section 4.6): by blueprint, up to a
 * number and a size. Safe to share between threads; entities of one blueprint leave in the order in
 * which they came.
 *
 * <p>A batch holds no identifier twice, since Port need not keep the order within a request: the
 * second one begins the next batch. At most {@value #MOST_OPEN} blueprints are gathered at a time;
 * one more, and the batch that has waited longest leaves as it is.
 */
public final class BatchBuffer {
  /** Blueprints with a batch that is not full yet. */
  static final int MOST_OPEN = 100;

  /** What the request holds besides the entities and their commas. */
  private static final int ENVELOPE = "{\"entities\":[]}".length();

  private final int mostEntities;
  private final int mostBytes;
  private final Map<String, Open> open = new LinkedHashMap<>();

  /**
   * An empty buffer.
   *
   * @param mostEntities in one batch, at least 1
   * @param mostBytes of the JSON of one request; only an entity that alone is larger exceeds it.
   *     {@link Integer#MAX_VALUE} for any size, which saves the measuring
   */
  public BatchBuffer(int mostEntities, int mostBytes) {
    if (mostEntities < 1 || mostBytes < 1) {
      throw new IllegalArgumentException(
          "a batch of %d entities, %d bytes; expected at least 1 each"
              .formatted(mostEntities, mostBytes));
    }
    this.mostEntities = mostEntities;
    this.mostBytes = mostBytes;
  }

  /** All entities as batches, the last ones as full as they come. */
  public static List<EntityBatch> cut(
      Collection<Entity> entities, int mostEntities, int mostBytes) {
    BatchBuffer buffer = new BatchBuffer(mostEntities, mostBytes);
    List<EntityBatch> batches = new ArrayList<>(buffer.add(entities));
    batches.addAll(buffer.drain());
    return batches;
  }

  /** Takes entities in and gives the batches that are full now, in order. */
  public List<EntityBatch> add(Collection<Entity> entities) {
    List<EntityBatch> full = new ArrayList<>();
    for (Entity entity : entities) {
      // Measured here, so that the lock is not held meanwhile.
      add(entity, bytes(entity), full);
    }
    return full;
  }

  /**
   * With its comma. An entity that surely needs no more than its share of a batch is not measured
   * to the byte: as many of these as a batch takes fit into it anyway.
   */
  private long bytes(Entity entity) {
    if (mostBytes == Integer.MAX_VALUE) {
      return 0;
    }
    long most = entity.bytesAtMost() + 1;
    return most <= (mostBytes - ENVELOPE) / mostEntities ? most : JsonSize.of(entity.body()) + 1;
  }

  /** Gives what is left, by blueprint, and is empty afterwards. */
  public synchronized List<EntityBatch> drain() {
    List<EntityBatch> rest = open.values().stream().map(Open::batch).toList();
    open.clear();
    return rest;
  }

  private synchronized void add(Entity entity, long bytes, List<EntityBatch> full) {
    Open batch = open.get(entity.blueprint());
    if (batch != null && !batch.hasRoomFor(entity, bytes)) {
      full.add(close(batch));
      batch = null;
    }
    if (batch == null) {
      batch = begin(entity.blueprint(), full);
    }
    batch.add(entity, bytes);
    if (batch.isFull()) {
      full.add(close(batch));
    }
  }

  private EntityBatch close(Open batch) {
    open.remove(batch.blueprint);
    return batch.batch();
  }

  private Open begin(String blueprint, List<EntityBatch> full) {
    if (open.size() >= MOST_OPEN) {
      full.add(close(open.values().iterator().next()));
    }
    Open batch = new Open(blueprint);
    open.put(blueprint, batch);
    return batch;
  }

  /** A batch that grows. */
  private final class Open {
    private final String blueprint;
    private final List<Entity> entities = new ArrayList<>();
    private final Set<JsonNode> identifiers = new HashSet<>();
    // The last entity has no comma behind it.
    private long size = ENVELOPE - 1L;

    Open(String blueprint) {
      this.blueprint = blueprint;
    }

    boolean hasRoomFor(Entity entity, long bytes) {
      return size + bytes <= mostBytes && !identifiers.contains(identifier(entity));
    }

    void add(Entity entity, long bytes) {
      entities.add(entity);
      identifiers.add(identifier(entity));
      size += bytes;
    }

    boolean isFull() {
      return entities.size() >= mostEntities || size >= mostBytes;
    }

    EntityBatch batch() {
      return new EntityBatch(blueprint, entities);
    }

    /** A text or a search query; either may meet the same entity twice. */
    private static JsonNode identifier(Entity entity) {
      return entity.body().path("identifier");
    }
  }
}
