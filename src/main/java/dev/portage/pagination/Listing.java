package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the pages of one endpoint: the pagination and the guards that make it end
 * (DESIGN, section 6). Keeps a fingerprint of every request and no page, so that its memory stays
 * small over tens of thousands of pages. For one thread at a time.
 */
public final class Listing {
  // Pages from which a server has filtered everything are all alike, and end some time.
  private static final int MAX_EMPTY_REPEATS = 100;

  private final Pagination pagination;
  private final int maxPages;
  private final Set<String> allowedOrigins;
  private final Set<Long> requests = new HashSet<>();

  private @Nullable String origin;
  private int number;
  private int firstLength;
  private @Nullable ApiRequest before;
  private long bodyBefore;
  private int emptyRepeats;
  private @Nullable Reason why;

  /**
   * A walk that has not begun.
   *
   * @param maxPages more pages than this are an error; at least 1
   * @param allowedOrigins origins besides the endpoint's own that a link may lead to, as {@link
   *     dev.portage.http.Urls#origin} gives them
   */
  public Listing(Pagination pagination, int maxPages, Set<String> allowedOrigins) {
    Require.atLeast(1, "max_pages", maxPages);
    this.pagination = pagination;
    this.maxPages = maxPages;
    this.allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /** The request for the first page. */
  public ApiRequest first(ApiRequest request) {
    ApiRequest first = pagination.first(request);
    origin = first.origin();
    requests.add(Fingerprint.of(first));
    return first;
  }

  /**
   * The request for the page after the one received, or empty when that was the last.
   *
   * @param sent the request as {@link #first} or this method gave it, unsigned
   * @param items how many items the data path gave; where the whole body is the one item, how many
   *     itemsToParse made of it. The offset and the end of a listing are reckoned from it
   * @throws PaginationException when the listing would not end, or a link leads to a foreign origin
   */
  public Optional<ApiRequest> next(ApiRequest sent, ApiResponse received, int items) {
    Page current = page(sent, received, items);
    Step step = pagination.next(current);
    if (step.next().isPresent()) {
      step = guarded(current, step);
    }
    before = sent;
    why = step.why();
    step.next().ifPresent(next -> check(current, next));
    return step.next();
  }

  private Page page(ApiRequest sent, ApiResponse received, int items) {
    number++;
    if (number == 1) {
      firstLength = Page.first(sent, received, items).length();
    }
    return new Page(number, sent, received, items, firstLength);
  }

  private Step guarded(Page current, Step step) {
    if (!repeats(current)) {
      return step;
    }
    if (current.length() == 0 && ++emptyRepeats <= MAX_EMPTY_REPEATS) {
      return step;
    }
    Optional<Step> other =
        before == null ? Optional.empty() : pagination.afterRepeat(current, before);
    return other.orElseThrow(
        () ->
            new PaginationException(
                Reason.REPEATED_PAGE,
                "page %d repeats page %d: %s"
                    .formatted(
                        current.number(), current.number() - 1, pagination.whenRepeating())));
  }

  private boolean repeats(Page current) {
    long body = current.received().digest();
    boolean same = current.number() > 1 && body == bodyBefore;
    bodyBefore = body;
    emptyRepeats = same ? emptyRepeats : 0;
    return same;
  }

  private void check(Page current, ApiRequest next) {
    String target = next.origin();
    if (!target.equals(origin) && !allowedOrigins.contains(target)) {
      throw new PaginationException(
          Reason.FOREIGN_HOST,
          "page %d leads to another host (%s); expected the API's own: add it to allowed_hosts if it may be called"
              .formatted(current.number(), target));
    }
    if (!requests.add(Fingerprint.of(next))) {
      throw new PaginationException(
          Reason.LOOP,
          "page %d leads back to a page read before, a loop: %s"
              .formatted(current.number(), pagination.whenRepeating()));
    }
    if (current.number() >= maxPages) {
      throw new PaginationException(
          Reason.MAX_PAGES,
          "page %d is not the last; expected at most %d pages: raise max_pages, or see whether the API ends its listing"
              .formatted(current.number(), maxPages));
    }
  }

  /** The number of the page received last; 0 before the first. */
  public int page() {
    return number;
  }

  /** The rule by which the walk went on or ended after the page received last; null before that. */
  public @Nullable Reason reason() {
    return why;
  }
}
