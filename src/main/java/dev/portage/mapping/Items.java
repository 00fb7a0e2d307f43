package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items found in a body or in another item.
 *
 * @param items in their order; not to be changed, nor are its elements
 * @param doubt why more may have been there, for a person to read; null when the items are surely
 *     all. A doubt keeps the run from deleting anything
 */
public record Items(List<JsonNode> items, @Nullable String doubt) {

  /** No items, and surely so. */
  public static final Items NONE = new Items(List.of(), null);

  /** Exactly these. */
  static Items of(List<JsonNode> items) {
    return new Items(items, null);
  }

  /** None, but perhaps there should be some. */
  static Items doubtful(String doubt) {
    return new Items(List.of(), doubt);
  }
}
