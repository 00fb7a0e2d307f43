package dev.portage.pagination;

/**
 * The rule by which a listing went on, ended, or was stopped after a page. {@code DEBUG} in the log
 * shows it for every page; docs/observability.md says what to do about each.
 */
public enum Reason {
  /** Pagination is {@code none}. */
  NO_PAGINATION("pagination is none"),
  /** A has-more or last-page path, or a usual place, says that there is more. */
  SAYS_MORE("the body says more"),
  /** A has-more or last-page path, or a usual place, says that there is no more. */
  SAYS_NO_MORE("the body says no more"),
  /** The page is as long as was asked for, or as the first one where the server caps its pages. */
  FULL_PAGE("the page is full"),
  /** The page is shorter than that. */
  SHORT_PAGE("the page is not full"),
  /** There are no items, although there is a link or a cursor. */
  EMPTY_PAGE("the page is empty"),
  /** The body holds a cursor. */
  CURSOR("there is a cursor"),
  /** The body holds no cursor. */
  NO_CURSOR("there is no cursor"),
  /** The body is a bare list or a single value, which cannot hold a cursor. */
  NO_OBJECT("the body is no object, so there is no cursor"),
  /** A link leads on. */
  LINK("there is a link"),
  /** The body holds no next link. */
  NO_LINK("there is no next link"),
  /** No Link header has the relation. */
  NO_LINK_HEADER("there is no Link header with the relation"),
  /** The second page is the first: the server knows no pages. */
  WHOLE_LIST("the API gives its whole list at once"),
  /** The page is the one before, since the server has filtered the window. */
  FILTERED_WINDOW("the window was filtered"),
  /** Guard: a page has the same body as the one before. */
  REPEATED_PAGE("a page is repeated"),
  /** Guard: the next request was made before. */
  LOOP("the pages lead in a circle"),
  /** Guard: the next page lies on a host that may not be called. */
  FOREIGN_HOST("a page leads to another host"),
  /** Guard: there are more pages than {@code max_pages}. */
  MAX_PAGES("there are more pages than max_pages"),
  /** The page says that there is more, but not where, or by a link that is none. */
  NO_WAY_ON("the page does not say where the next one is");

  private final String words;

  Reason(String words) {
    this.words = words;
  }

  /** In a few words, for people; no data. */
  public String words() {
    return words;
  }
}
