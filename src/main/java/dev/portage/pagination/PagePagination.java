package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages by number.
 *
 * @param pageParam the parameter that gets the number; {@code page} by default
 * @param sizeParam the parameter that gets the size; {@code size} by default
 * @param pageSize how many items to ask for; at least 1
 * @param startPage the number of the first page; 0 or more
 * @param hasMorePath truthy there means more; null when not configured
 * @param lastPagePath truthy there means no more; null when not configured
 */
@Named("page")
public record PagePagination(
    @Key(value = "pagination_param", fallback = "page") String pageParam,
    @Key(value = "size_param", fallback = "size") String sizeParam,
    @Key("page_size") int pageSize,
    @Key("start_page") int startPage,
    @Key("has_more_path") @Nullable DotPath hasMorePath,
    @Key("last_page_path") @Nullable DotPath lastPagePath)
    implements Pagination {
  private static final List<String> HINTS = List.of("next_page", "next", "hasMore", "has_more");

  /** Refuses blank names, a size below 1 and a first page below 0. */
  public PagePagination {
    Require.name("pagination_param", pageParam);
    Require.name("size_param", sizeParam);
    Require.atLeast(1, "page_size", pageSize);
    Require.atLeast(0, "start_page", startPage);
  }

  @Override
  public ApiRequest first(ApiRequest request) {
    return at(startPage, request);
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
    boolean whole = PageLength.wasOnlyTried(page, pageSize) && signs().in(page.body()).isEmpty();
    return whole ? Optional.of(Step.end(Reason.WHOLE_LIST)) : Optional.empty();
  }

  private MoreSigns signs() {
    return new MoreSigns(hasMorePath, lastPagePath, HINTS);
  }

  private Step after(Page page, Reason why) {
    long number = Numbers.in(page.sent().query(), pageParam).orElse(startPage);
    return Step.to(at(number + 1, page.sent()), why);
  }

  private ApiRequest at(long number, ApiRequest request) {
    return request.withQuery(
        request
            .query()
            .with(pageParam, Long.toString(number))
            .with(sizeParam, Integer.toString(pageSize)));
  }

  @Override
  public String whenRepeating() {
    return Numbers.ignored(pageParam);
  }
}
