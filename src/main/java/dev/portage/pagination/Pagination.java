package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import java.util.Optional;

/**
 * How a listing goes on from page to page (contract, sections 6.3 and 6.4). A variant is one
 * record: its components are its settings, its methods its behaviour. A variant keeps no state;
 * what a walk has to remember, {@link Listing} does.
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
   * Where the listing goes after a page.
   *
   * @throws PaginationException when the page says that there is more, but not where
   */
  Step next(Page page);

  /**
   * Where the listing goes after a page with the same body as the one before it.
   *
   * @param page the second of the two
   * @param before the request for the first of the two
   * @return empty when such a page is a fault
   */
  default Optional<Step> afterRepeat(Page page, ApiRequest before) {
    return Optional.empty();
  }

  /** What a repetition points to and what to set instead; the end of an error message. */
  String whenRepeating();
}
