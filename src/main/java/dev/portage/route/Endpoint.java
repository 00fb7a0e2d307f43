package dev.portage.route;

import dev.portage.http.ApiRequest;
import dev.portage.pagination.Listing;
import java.util.Map;

/**
 * One address of a kind, or of a path parameter, for concrete values.
 *
 * @param request before pagination
 * @param values of the path parameters, by name; empty for a static endpoint
 * @param listing the walk through its pages
 */
record Endpoint(ApiRequest request, Map<String, String> values, Listing listing) {

  /** The request for its first page. */
  PageRequest firstPage() {
    return new PageRequest(this, listing.first(request), 1);
  }
}
