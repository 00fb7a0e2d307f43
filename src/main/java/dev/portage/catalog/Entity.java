package dev.portage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A record for Port's catalog, as it is sent.
 *
 * @param blueprint the identifier of its blueprint
 * @param body the JSON of contract section 4.6: {@code identifier} and {@code blueprint} always, of
 *     {@code title}, {@code icon}, {@code team}, {@code properties} and {@code relations} those
 *     that the mapping defines; nobody changes it once the entity exists
 */
public record Entity(String blueprint, ObjectNode body) {

  /**
   * The key; empty when the identifier is a search query, so that only Port knows which entity is
   * meant.
   */
  public Optional<EntityKey> key() {
    JsonNode identifier = body.path("identifier");
    return identifier.isTextual()
        ? Optional.of(new EntityKey(blueprint, identifier.textValue()))
        : Optional.empty();
  }
}
