package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;

/**
 * One page of a listing, as it was received.
 *
 * @param number 1 for the first page of the walk
 * @param sent the request that was answered, unsigned
 * @param received the answer
 * @param items how many items were found in it; see {@link Listing#next}
 * @param firstLength the {@link #length} of the first page of the walk
 */
public record Page(int number, ApiRequest sent, ApiResponse received, int items, int firstLength) {

  /** The first page of a walk. */
  public static Page first(ApiRequest sent, ApiResponse received, int items) {
    return new Page(1, sent, received, items, length(received, items));
  }

  /** The JSON of the answer. */
  public JsonNode body() {
    return received.body();
  }

  /**
   * How long the page is: for a bare list the number of its elements, since the data path may leave
   * some out; else the number of items.
   */
  public int length() {
    return length(received, items);
  }

  private static int length(ApiResponse received, int items) {
    return received.body().isArray() ? received.body().size() : items;
  }
}
