package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages by the count of items before them.
 *
 * <p>The offset grows by the page size. When a page is shorter although more is to come, there are
 * two possible reasons that look the same: the server caps its pages (the rest of the window is
 * still to be read), or it has filtered the window after cutting it (the rest of it is empty). The
 * offset then grows by the number of items received, which loses nothing in either case; windows
 * that overlap give some items twice, which does no harm. When such an overlapping window gives the
 * very same page, the server does not cap, and the whole window has been seen: the offset grows by
 * the page size.
 *
 * @param offsetParam the parameter that gets the offset; {@code offset} by default
 * @param limitParam the parameter that gets the size; {@code limit} by default
 * @param pageSize how many items to ask for; at least 1
 * @param hasMorePath truthy there means more; null when not configured
 */
@Named("offset")
public record OffsetPagination(
    @Key(value = "pagination_param", fallback = "offset") String offsetParam,
    @Key(value = "size_param", fallback = "limit") String limitParam,
    @Key("page_size") int pageSize,
    @Key("has_more_path") @Nullable DotPath hasMorePath)
    implements Pagination {
  private static final List<String> HINTS = List.of("has_more", "hasMore");

  /** Refuses blank names and a size below 1. */
  public OffsetPagination {
    Require.name("pagination_param", offsetParam);
    Require.name("size_param", limitParam);
    Require.atLeast(1, "page_size", pageSize);
  }

  @Override
  public ApiRequest first(ApiRequest request) {
    return at(0, request);
  }

  @Override
  public Step next(Page page) {
    Optional<Boolean> said = signs().in(page.body());
    if (said.isPresent()) {
      return said.get() ? after(page, Reason.SAYS_MORE) : Step.end(Reason.SAYS_NO_MORE);
    }
    return PageLength.suggestsMore(page, pageSize)
        ? after(page, Reason.FULL_PAGE)
        : Step.end(Reason.SHORT_PAGE);
  }

  @Override
  public Optional<Step> afterRepeat(Page page, ApiRequest before) {
    if (PageLength.wasOnlyTried(page, pageSize) && signs().in(page.body()).isEmpty()) {
      return Optional.of(Step.end(Reason.WHOLE_LIST));
    }
    long offset = offset(page.sent());
    long grown = offset - offset(before);
    return grown > 0 && grown < pageSize
        ? Optional.of(Step.to(at(offset + pageSize, page.sent()), Reason.FILTERED_WINDOW))
        : Optional.empty();
  }

  private MoreSigns signs() {
    return new MoreSigns(hasMorePath, null, HINTS);
  }

  private Step after(Page page, Reason why) {
    int length = page.length();
    int growth = length == 0 ? pageSize : Math.min(length, pageSize);
    return Step.to(at(offset(page.sent()) + growth, page.sent()), why);
  }

  private long offset(ApiRequest request) {
    return Numbers.in(request.query(), offsetParam).orElse(0);
  }

  private ApiRequest at(long offset, ApiRequest request) {
    return request.withQuery(
        request
            .query()
            .with(offsetParam, Long.toString(offset))
            .with(limitParam, Integer.toString(pageSize)));
  }

  @Override
  public String whenRepeating() {
    return Numbers.ignored(offsetParam);
  }
}
