package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiResponse;
import java.util.List;

/**
 * A page that was read.
 *
 * @param items after the data path and itemsToParse; public so that the routes may name it
 * @param response the whole answer, which tells whether there is more
 */
public record Page(List<JsonNode> items, ApiResponse response) {

  /** For {@code ${body.items}} in the routes. */
  public List<JsonNode> getItems() {
    return items;
  }
}
