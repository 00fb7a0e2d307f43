package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a blueprint asks of one relation.
 *
 * @param target the blueprint it leads to
 * @param many whether it holds a list
 * @param required whether it must lead somewhere
 */
record RelationRule(String target, boolean many, boolean required) {

  /** Reads the relation of a blueprint's document. */
  static RelationRule of(String name, JsonNode document) {
    return new RelationRule(
        Identifiers.checked("relation " + name + ": target", document.path("target")),
        document.path("many").asBoolean(false),
        document.path("required").asBoolean(false));
  }
}
