package dev.portage.pagination;

import static dev.portage.pagination.Pages.answer;
import static dev.portage.pagination.Pages.linked;
import static dev.portage.pagination.Pages.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page that was read has the rule by which the listing went on or ended. */
class ReasonTest {
  private static final String URL = "https://h/users";
  private static final Pagination NONE = new NoPagination();
  private static final Pagination PAGE = new PagePagination("page", "size", 2, 1, null, null);
  private static final Pagination TOLD =
      new PagePagination("page", "size", 2, 1, new DotPath("meta.more"), null);
  private static final Pagination LAST =
      new PagePagination("page", "size", 2, 1, null, new DotPath("last"));
  private static final Pagination OFFSET = new OffsetPagination("offset", "limit", 2, null);
  private static final Pagination CURSOR = new CursorPagination("cursor", "limit", 2, null, null);
  private static final Pagination NEXT = new NextLinkPagination("next");
  private static final Pagination HEADER = new HeaderLinkPagination("next");

  static Stream<Arguments> firstPages() {
    return Stream.of(
        Arguments.of(NONE, answer(list(0, 2)), Reason.NO_PAGINATION),
        Arguments.of(PAGE, answer(list(0, 2)), Reason.FULL_PAGE),
        Arguments.of(PAGE, answer(list(0, 1)), Reason.SHORT_PAGE),
        Arguments.of(PAGE, answer("[]"), Reason.SHORT_PAGE),
        Arguments.of(PAGE, answer("{\"data\":[1],\"has_more\":true}"), Reason.SAYS_MORE),
        Arguments.of(TOLD, answer("{\"data\":[1],\"meta\":{\"more\":true}}"), Reason.SAYS_MORE),
        Arguments.of(
            TOLD, answer("{\"data\":[1,2],\"meta\":{\"more\":false}}"), Reason.SAYS_NO_MORE),
        Arguments.of(LAST, answer("{\"data\":[1,2],\"last\":true}"), Reason.SAYS_NO_MORE),
        Arguments.of(OFFSET, answer(list(0, 2)), Reason.FULL_PAGE),
        Arguments.of(OFFSET, answer(list(0, 1)), Reason.SHORT_PAGE),
        Arguments.of(OFFSET, answer("{\"data\":[1],\"hasMore\":false}"), Reason.SAYS_NO_MORE),
        Arguments.of(CURSOR, answer("[1,2]"), Reason.NO_OBJECT),
        Arguments.of(CURSOR, answer("{\"data\":[1],\"next_cursor\":\"a\"}"), Reason.CURSOR),
        Arguments.of(CURSOR, answer("{\"data\":[1],\"next_cursor\":null}"), Reason.NO_CURSOR),
        Arguments.of(CURSOR, answer("{\"data\":[],\"next_cursor\":\"a\"}"), Reason.EMPTY_PAGE),
        Arguments.of(
            CURSOR,
            answer("{\"data\":[1],\"next_cursor\":\"a\",\"has_more\":false}"),
            Reason.SAYS_NO_MORE),
        Arguments.of(CURSOR, answer("{\"data\":[1],\"has_more\":true}"), Reason.NO_WAY_ON),
        Arguments.of(NEXT, answer("{\"data\":[1],\"next\":\"/users?p=2\"}"), Reason.LINK),
        Arguments.of(NEXT, answer("{\"data\":[1]}"), Reason.NO_LINK),
        Arguments.of(NEXT, answer("{\"data\":[],\"next\":\"/users?p=2\"}"), Reason.EMPTY_PAGE),
        Arguments.of(NEXT, answer("{\"data\":[1],\"next\":7}"), Reason.NO_WAY_ON),
        Arguments.of(
            NEXT, answer("{\"data\":[1],\"next\":\"https://evil/\"}"), Reason.FOREIGN_HOST),
        Arguments.of(NEXT, answer("{\"data\":[1],\"next\":\"/users\"}"), Reason.LOOP),
        Arguments.of(HEADER, linked("[1]", "</users?p=2>; rel=next"), Reason.LINK),
        Arguments.of(HEADER, linked("[1]", "</users?p=2>; rel=prev"), Reason.NO_LINK_HEADER),
        Arguments.of(HEADER, linked("[]", "</users?p=2>; rel=next"), Reason.EMPTY_PAGE));
  }

  @ParameterizedTest
  @MethodSource("firstPages")
  void theFirstPageSaysWhy(Pagination pagination, ApiResponse received, Reason why) {
    Listing listing = new Listing(pagination, 1000, Set.of());
    assertThat(listing.reason()).isNull();
    assertThat(after(listing, listing.first(ApiRequest.get(URL)), received)).isEqualTo(why);
  }

  @Test
  void aPageThatComesAgainSaysWhy() {
    assertThat(second(PAGE, list(0, 2), list(0, 2))).isEqualTo(Reason.REPEATED_PAGE);
    Pagination hundred = new PagePagination("page", "size", 100, 1, null, null);
    assertThat(second(hundred, list(0, 50), list(0, 50))).isEqualTo(Reason.WHOLE_LIST);
    Pagination four = new OffsetPagination("offset", "limit", 4, null);
    String more = "{\"data\":[1],\"has_more\":true}";
    assertThat(second(four, more, more)).isEqualTo(Reason.FILTERED_WINDOW);
  }

  @Test
  void morePagesThanAllowedSayWhy() {
    Listing listing = new Listing(PAGE, 1, Set.of());
    ApiRequest first = listing.first(ApiRequest.get(URL));
    assertThat(after(listing, first, answer(list(0, 2)))).isEqualTo(Reason.MAX_PAGES);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonIsWordsForAPerson(Reason reason) {
    assertThat(reason.words()).matches("[A-Za-z,_ -]{10,}");
  }

  private static Reason second(Pagination pagination, String one, String two) {
    Listing listing = new Listing(pagination, 1000, Set.of());
    ApiRequest first = listing.first(ApiRequest.get(URL));
    ApiRequest next = listing.next(first, answer(one), items(answer(one).body())).orElseThrow();
    return after(listing, next, answer(two));
  }

  /** The reason after a page, be it that of the walk or of the guard that stopped it. */
  private static Reason after(Listing listing, ApiRequest sent, ApiResponse received) {
    PaginationException stopped =
        catchThrowableOfType(
            PaginationException.class, () -> listing.next(sent, received, items(received.body())));
    return stopped == null ? listing.reason() : stopped.reason();
  }

  private static int items(JsonNode body) {
    return body.isArray() ? body.size() : body.path("data").size();
  }
}
