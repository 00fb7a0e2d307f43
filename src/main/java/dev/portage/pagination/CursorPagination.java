package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.JsonText;
import dev.portage.http.Urls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages by an opaque token (contract, section 6.4). The cursor alone is enough to go on; a has-more
 * that says no ends the listing even where a cursor is given. A cursor that is an absolute address,
 * or any text under {@code links.next} that begins like a path or a query, is followed as a link.
 *
 * @param cursorParam the parameter that gets the cursor; {@code cursor} by default
 * @param limitParam the parameter that gets the size; {@code limit} by default
 * @param pageSize how many items to ask for; at least 1
 * @param cursorPath where the cursor lies; null to look at the usual places
 * @param hasMorePath truthy there means more; null to look at the usual places
 */
@Named("cursor")
public record CursorPagination(
    @Key(value = "pagination_param", fallback = "cursor") String cursorParam,
    @Key(value = "size_param", fallback = "limit") String limitParam,
    @Key("page_size") int pageSize,
    @Key("cursor_path") @Nullable DotPath cursorPath,
    @Key("has_more_path") @Nullable DotPath hasMorePath)
    implements Pagination {
  private static final DotPath LINK = new DotPath("links.next");
  private static final List<DotPath> CURSORS =
      Stream.of(
              "next_cursor",
              "cursor",
              "meta.after_cursor",
              "links.next",
              "nextCursor",
              "meta.next_cursor",
              "meta.nextCursor",
              "meta.pagination.next_cursor",
              "pagination.next_cursor",
              "pagination.nextCursor",
              "response_metadata.next_cursor",
              "paging.cursors.after",
              "next_page_token",
              "nextPageToken")
          .map(DotPath::new)
          .toList();
  private static final List<DotPath> SIGNS =
      Stream.of("has_more", "hasMore", "meta.has_more", "pagination.has_more")
          .map(DotPath::new)
          .toList();

  /** Refuses blank names and a size below 1. */
  public CursorPagination {
    Require.name("pagination_param", cursorParam);
    Require.name("size_param", limitParam);
    Require.atLeast(1, "page_size", pageSize);
  }

  @Override
  public ApiRequest first(ApiRequest request) {
    return request.withQuery(request.query().with(limitParam, Integer.toString(pageSize)));
  }

  @Override
  public Step next(Page page) {
    if (!page.body().isObject()) {
      return Step.end(Reason.NO_OBJECT);
    }
    Optional<Boolean> more = more(page.body());
    if (more.isPresent() && !more.get()) {
      return Step.end(Reason.SAYS_NO_MORE);
    }
    Optional<DotPath> place = cursors().filter(path -> Truth.of(path.in(page.body()))).findFirst();
    if (place.isEmpty()) {
      return withoutCursor(page, more.isPresent());
    }
    return more.isEmpty() && page.length() == 0
        ? Step.end(Reason.EMPTY_PAGE)
        : Step.to(follow(page, place.get()), Reason.CURSOR);
  }

  private Stream<DotPath> cursors() {
    return cursorPath == null ? CURSORS.stream() : Stream.of(cursorPath);
  }

  private Optional<Boolean> more(JsonNode body) {
    return (hasMorePath == null ? SIGNS.stream() : Stream.of(hasMorePath))
        .map(path -> path.in(body))
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .findFirst()
        .map(Truth::of);
  }

  private Step withoutCursor(Page page, boolean saysMore) {
    if (saysMore && cursors().allMatch(path -> path.in(page.body()).isMissingNode())) {
      String places = cursorPath == null ? "in the usual places" : "at " + cursorPath;
      throw new PaginationException(
          Reason.NO_WAY_ON,
          "page "
              + page.number()
              + " says there is more, but has no cursor "
              + places
              + "; expected one: set cursor_path to where it lies");
    }
    return Step.end(Reason.NO_CURSOR);
  }

  private ApiRequest follow(Page page, DotPath place) {
    JsonNode found = place.in(page.body());
    String cursor = JsonText.of(found);
    boolean link = place.equals(LINK) && (found.isObject() || cursor.matches("[/?].*"));
    return link || Urls.isAbsolute(cursor)
        ? Links.follow(page, found, place.text())
        : page.sent().withQuery(page.sent().query().with(cursorParam, cursor));
  }

  @Override
  public String whenRepeating() {
    return "the API gives a cursor again, or ignores the parameter '"
        + cursorParam
        + "'; set pagination_param to the name it knows, cursor_path to where the next cursor lies,"
        + " or selector.pagination to none for this kind";
  }
}
