package dev.portage.pagination;

import java.util.Set;

/** What the length of a page says when the body says nothing. */
final class PageLength {
  private static final Set<Integer> USUAL_CAPS =
      Set.of(10, 20, 25, 30, 50, 100, 200, 250, 500, 1000);

  private PageLength() {}

  /**
   * A page shorter than what was asked for is the last. But a server may cap the size of its pages
   * in silence: when the first page has the length of a usual cap, that length is what the further
   * pages are measured by. And a page with a Link header to a next one is not the last.
   */
  static boolean suggestsMore(Page page, int pageSize) {
    int full = isCap(page.firstLength(), pageSize) ? page.firstLength() : pageSize;
    return page.length() >= full || (page.length() > 0 && linksOn(page));
  }

  /**
   * True for a second page that was asked for only because the first had the length of a usual cap:
   * when it is the first once more, the server knows no pages, and the first was the whole list.
   */
  static boolean wasOnlyTried(Page page, int pageSize) {
    return page.number() == 2 && isCap(page.firstLength(), pageSize) && !linksOn(page);
  }

  private static boolean linksOn(Page page) {
    return page.received().headers().all("Link").stream()
        .flatMap(header -> LinkHeader.parse(header).stream())
        .anyMatch(link -> link.hasRel("next"));
  }

  private static boolean isCap(int length, int pageSize) {
    return length < pageSize && USUAL_CAPS.contains(length);
  }
}
