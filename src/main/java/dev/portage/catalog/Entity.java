package dev.portage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record for Port's catalog, as it is sent. */
public final class Entity {
  private final String blueprint;
  private final ObjectNode body;
  private final @Nullable EntityKey key;
  private final long bytesAtMost;
  private @Nullable Fingerprint content;

  /**
   * An entity.
   *
   * @param blueprint the identifier of its blueprint
   * @param body the JSON of contract section 4.6: {@code identifier} and {@code blueprint} always,
   *     of {@code title}, {@code icon}, {@code team}, {@code properties} and {@code relations}
   *     those that the mapping defines; nobody changes it once the entity exists
   */
  public Entity(String blueprint, ObjectNode body) {
    this.blueprint = blueprint;
    this.body = body;
    JsonNode identifier = body.path("identifier");
    this.key = identifier.isTextual() ? new EntityKey(blueprint, identifier.textValue()) : null;
    this.bytesAtMost = JsonSize.atMost(body);
  }

  /** The identifier of its blueprint. */
  public String blueprint() {
    return blueprint;
  }

  /** What is sent. */
  public ObjectNode body() {
    return body;
  }

  /**
   * The key; empty when the identifier is a search query, so that only Port knows which entity is
   * meant.
   */
  public Optional<EntityKey> key() {
    return Optional.ofNullable(key);
  }

  /** The fingerprint of what is sent; see {@link ContentHash}. Found once, when it is asked for. */
  public Fingerprint content() {
    Fingerprint known = content;
    if (known == null) {
      known = ContentHash.ofEntity(body);
      // Two threads may both find it, and find the same.
      content = known;
    }
    return known;
  }

  /** At least the number of bytes of its body in UTF-8; see {@link JsonSize#atMost}. */
  public long bytesAtMost() {
    return bytesAtMost;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Entity entity
        && blueprint.equals(entity.blueprint)
        && body.equals(entity.body);
  }

  @Override
  public int hashCode() {
    return 31 * blueprint.hashCode() + body.hashCode();
  }

  /** The blueprint only: the body is data. */
  @Override
  public String toString() {
    return "an entity of " + blueprint;
  }
}
