package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.Optional;
import java.util.Set;

/** One walk through the pages of one endpoint: the pagination and the guards that make it end. */
public final class Listing {
  private final Pagination pagination;

  /**
   * A walk that has not begun.
   *
   * @param maxPages more pages than this are an error; at least 1
   * @param allowedOrigins origins besides the endpoint's own that a link may lead to, as {@link
   *     dev.portage.http.Urls#origin} gives them
   */
  public Listing(Pagination pagination, int maxPages, Set<String> allowedOrigins) {
    this.pagination = pagination;
  }

  /** The request for the first page. */
  public ApiRequest first(ApiRequest request) {
    return pagination.first(request);
  }

  /**
   * The request for the page after the one received, or empty when that was the last.
   *
   * @throws PaginationException when the listing would not end, or a link leads to a foreign origin
   */
  public Optional<ApiRequest> next(ApiRequest sent, ApiResponse received, int items) {
    return pagination.next(sent, received, items);
  }
}
