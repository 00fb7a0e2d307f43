package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.Optional;

/**
 * How a listing goes on from page to page (contract, sections 6.3 and 6.4). A variant is one
 * record: its components are its settings, its methods its behaviour.
 */
public sealed interface Pagination
    permits NoPagination,
        PagePagination,
        OffsetPagination,
        CursorPagination,
        NextLinkPagination,
        HeaderLinkPagination {

  /** The request for the first page, made from the endpoint's own. */
  ApiRequest first(ApiRequest request);

  /**
   * The request for the page after the one received.
   *
   * @param sent the request that was answered
   * @param received the answer
   * @param items how many items the page held, after the data path and itemsToParse
   * @return empty when that page was the last
   */
  Optional<ApiRequest> next(ApiRequest sent, ApiResponse received, int items);
}
