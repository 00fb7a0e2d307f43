package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;

/**
 * Pages by a link in the body (contract, section 6.4). A page without items ends the listing even
 * when it holds a link, since some APIs always give one.
 *
 * @param nextLinkPath a key at the top of the body as it stands, or a dot path; {@code
 *     @odata.nextLink} by default
 */
@Named("next_link")
public record NextLinkPagination(@Key("next_link_path") String nextLinkPath) implements Pagination {

  /** Refuses a blank path. */
  public NextLinkPagination {
    Require.name("next_link_path", nextLinkPath);
  }

  @Override
  public ApiRequest first(ApiRequest request) {
    return request;
  }

  @Override
  public Step next(Page page) {
    JsonNode body = page.body();
    JsonNode link =
        body.has(nextLinkPath) ? body.path(nextLinkPath) : new DotPath(nextLinkPath).in(body);
    if (!Truth.of(link)) {
      return Step.end(Reason.NO_LINK);
    }
    return page.length() == 0
        ? Step.end(Reason.EMPTY_PAGE)
        : Step.to(Links.follow(page, link, nextLinkPath), Reason.LINK);
  }

  @Override
  public String whenRepeating() {
    return "the API gives a next link again; set next_link_path to where the link to the next page"
        + " lies, or selector.pagination to none for this kind";
  }
}
