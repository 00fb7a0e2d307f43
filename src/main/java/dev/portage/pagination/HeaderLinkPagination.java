package dev.portage.pagination;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.http.ApiRequest;
import java.util.Optional;

/**
 * Pages by the Link header (RFC 8288). A page without items ends the listing even when it comes
 * with a link, since some APIs always give one.
 *
 * @param rel the relation of the link to the next page; {@code next} by default
 */
@Named("header_link")
public record HeaderLinkPagination(@Key("header_link_rel") String rel) implements Pagination {

  /** Refuses a blank relation. */
  public HeaderLinkPagination {
    Require.name("header_link_rel", rel);
  }

  @Override
  public ApiRequest first(ApiRequest request) {
    return request;
  }

  @Override
  public Step next(Page page) {
    Optional<String> target =
        page.received().headers().all("Link").stream()
            .flatMap(header -> LinkHeader.parse(header).stream())
            .filter(link -> link.hasRel(rel))
            .map(LinkHeader::target)
            .findFirst();
    if (target.isEmpty()) {
      return Step.end(Reason.NO_LINK_HEADER);
    }
    return page.length() == 0
        ? Step.end(Reason.EMPTY_PAGE)
        : Step.to(
            Links.follow(page, TextNode.valueOf(target.get()), "the Link header"), Reason.LINK);
  }

  @Override
  public String whenRepeating() {
    return "the API gives a Link header again; set header_link_rel to the relation of the next"
        + " page, or selector.pagination to none for this kind";
  }
}
