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
   * pages are measured by.
   */
  static boolean suggestsMore(Page page, int pageSize) {
    int full = isCap(page.firstLength(), pageSize) ? page.firstLength() : pageSize;
    return page.length() >= full;
  }

  /**
   * True for a second page that was asked for only because the first had the length of a usual cap:
   * when it is the first once more, the server knows no pages, and the first was the whole list.
   */
  static boolean wasOnlyTried(Page page, int pageSize) {
    return page.number() == 2 && isCap(page.firstLength(), pageSize);
  }

  private static boolean isCap(int length, int pageSize) {
    return length < pageSize && USUAL_CAPS.contains(length);
  }
}
