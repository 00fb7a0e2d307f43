package dev.portage.config;

import dev.portage.mapping.EntityMapping;
import dev.portage.mapping.ItemsToParse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code resources} in a mapping, ready to run.
 *
 * @param index its place in the mapping, from 0
 * @param kind as it was written
 * @param selector what is read
 * @param itemsToParse null when an item stays one
 * @param mapping what becomes of an item
 * @param literalBlueprint the blueprint when the mapping names it as a quoted text; empty when it
 *     is computed
 * @param blueprintText the jq text of the blueprint as it was written
 */
public record Resource(
    int index,
    String kind,
    Selector selector,
    @Nullable ItemsToParse itemsToParse,
    EntityMapping mapping,
    Optional<String> literalBlueprint,
    String blueprintText) {

  /** Whether it reads and maps the same, wherever it stands in its mapping. */
  public boolean isSameAs(Resource other) {
    return at(0).equals(other.at(0));
  }

  private Resource at(int place) {
    return new Resource(
        place, kind, selector, itemsToParse, mapping, literalBlueprint, blueprintText);
  }
}
