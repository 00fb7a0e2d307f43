package dev.portage.route;

import dev.portage.http.ApiRequest;
import dev.portage.pagination.Listing;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One address of a kind, or of a path parameter, for concrete values.
 *
 * @param request before pagination
 * @param values of the path parameters, by name; empty for a static endpoint
 * @param listing the walk through its pages
 * @param shared whether the mapping needs the same answers in another place, too
 */
record Endpoint(ApiRequest request, Map<String, String> values, Listing listing, boolean shared) {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  /** The request for its first page. */
  PageRequest firstPage() {
    return PageRequest.of(this, listing.first(request), 1);
  }

  /** The request for the page after the one read; not wanted when that was the last. */
  PageRequest next(PageRequest sent, Page page) {
    PageRequest next =
        listing
            .next(sent.request(), page.response(), page.items().size())
            .map(following -> PageRequest.of(this, following, sent.page() + 1))
            .orElseGet(sent::noFurther);
    LOG.debug("{}, page {}: {}", request.address(), sent.page(), listing.whyStopped());
    return next;
  }
}
