package dev.portage.pagination;

import static dev.portage.pagination.Pages.answer;
import static dev.portage.pagination.Pages.linked;
import static dev.portage.pagination.Pages.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final String URL = "https://h/users";
  private static final PagePagination PAGES = new PagePagination("page", "size", 2, 1, null, null);
  private static final PagePagination HUNDRED =
      new PagePagination("page", "size", 100, 1, null, null);
  private static final CursorPagination CURSOR =
      new CursorPagination("cursor", "limit", 2, null, null);

  /** Walks to the end and gives the addresses that were asked for. */
  private static List<String> walk(Listing listing, Function<ApiRequest, ApiResponse> server) {
    List<String> asked = new ArrayList<>();
    Optional<ApiRequest> next = Optional.of(listing.first(ApiRequest.get(URL)));
    while (next.isPresent()) {
      asked.add(next.get().url());
      ApiResponse received = server.apply(next.get());
      next = listing.next(next.get(), received, items(received.body()));
    }
    return asked;
  }

  private static int items(JsonNode body) {
    return body.isArray() ? body.size() : body.path("data").size();
  }

  private static Listing of(Pagination pagination) {
    return new Listing(pagination, 1000, Set.of());
  }

  @Test
  void walksToTheLastPageAndSaysWhereItIs() {
    Listing listing = of(PAGES);
    assertThat(listing.page()).isZero();
    List<String> asked =
        walk(
            listing,
            sent ->
                answer(sent.url().contains("page=1") ? "[{\"id\":1},{\"id\":2}]" : "[{\"id\":3}]"));
    assertThat(asked).containsExactly(URL + "?page=1&size=2", URL + "?page=2&size=2");
    assertThat(listing.page()).isEqualTo(2);
    assertThat(listing.reason()).isEqualTo(Reason.SHORT_PAGE);
  }

  @Test
  void aServerThatIgnoresThePageNumberIsStopped() {
    assertThatThrownBy(() -> walk(of(PAGES), sent -> answer("[1,2]")))
        .isInstanceOf(PaginationException.class)
        .hasMessage(
            "page 2 repeats page 1: the API seems to ignore the parameter 'page'; set"
                + " pagination_param to the name it knows, or selector.pagination to none for this"
                + " kind");
  }

  @Test
  void aWholeListOfAUsualLengthIsNoFault() {
    Listing listing = of(HUNDRED);
    assertThat(walk(listing, sent -> answer(list(0, 50)))).hasSize(2);
    assertThat(listing.reason()).isEqualTo(Reason.WHOLE_LIST);
  }

  @Test
  void aRepeatedPageWithALinkToTheNextIsNoWholeList() {
    assertThatThrownBy(
            () -> walk(of(HUNDRED), sent -> linked(list(0, 30), "</users?p=2>; rel=next")))
        .isInstanceOf(PaginationException.class)
        .hasMessageContaining("ignore the parameter 'page'");
  }

  @Test
  void aWholeListOfAUsualLengthIsNoFaultForOffsetsEither() {
    Listing listing = of(new OffsetPagination("offset", "limit", 100, null));
    assertThat(walk(listing, sent -> answer(list(0, 20)))).hasSize(2);
  }

  @Test
  void aRepeatedPageIsAFaultWhenTheServerSaysThatThereIsMore() {
    String body = "{\"data\":" + list(0, 50) + ",\"has_more\":true}";
    assertThatThrownBy(() -> walk(of(HUNDRED), sent -> answer(body)))
        .isInstanceOf(PaginationException.class)
        .hasMessageContaining("page 2 repeats page 1");
    OffsetPagination offset = new OffsetPagination("offset", "limit", 100, null);
    assertThatThrownBy(() -> walk(of(offset), sent -> answer(body)))
        .isInstanceOf(PaginationException.class);
  }

  @Test
  void anOffsetWindowThatTheServerFiltersIsNoFault() {
    // Windows of 4 over 12 rows, of which only rows 3 and 9 are visible to us.
    OffsetPagination offset = new OffsetPagination("offset", "limit", 4, null);
    Set<Integer> seen = new java.util.TreeSet<>();
    walk(
        of(offset),
        sent -> {
          int from = Integer.parseInt(sent.query().first("offset").orElseThrow());
          List<Integer> visible =
              List.of(3, 9).stream().filter(row -> row >= from && row < from + 4).toList();
          seen.addAll(visible);
          return answer("{\"data\":" + visible + ",\"has_more\":" + (from + 4 < 12) + "}");
        });
    assertThat(seen).containsExactly(3, 9);
  }

  @Test
  void aCursorThatComesAgainIsStopped() {
    assertThatThrownBy(
            () -> walk(of(CURSOR), sent -> answer("{\"data\":[1],\"next_cursor\":\"c-0\"}")))
        .isInstanceOf(PaginationException.class)
        .hasMessageContaining("cursor")
        .hasMessageContaining("selector.pagination");
    int[] count = {0};
    assertThatThrownBy(
            () ->
                walk(
                    of(CURSOR),
                    sent -> {
                      int i = count[0]++;
                      return answer("{\"data\":[" + i + "],\"next_cursor\":\"c-" + i % 3 + "\"}");
                    }))
        .isInstanceOf(PaginationException.class)
        .hasMessageStartingWith("page 4 leads back to a page read before, a loop: ");
  }

  @Test
  void linksThatGoInACircleAreStopped() {
    assertThatThrownBy(
            () ->
                walk(
                    of(new HeaderLinkPagination("next")),
                    sent ->
                        sent.url().equals(URL)
                            ? linked("[1]", "</b>; rel=next")
                            : linked("[2]", "</users>; rel=next")))
        .isInstanceOf(PaginationException.class)
        .hasMessageStartingWith("page 2 leads back to a page read before");
  }

  @Test
  void anEndlessServerIsStoppedAtTheLimit() {
    Listing listing = new Listing(PAGES, 5, Set.of());
    int[] count = {0};
    assertThatThrownBy(() -> walk(listing, sent -> answer(list(count[0]++ * 2, 2))))
        .isInstanceOf(PaginationException.class)
        .hasMessageStartingWith(
            "page 5 is not the last; expected at most 5 pages: raise max_pages");
    assertThat(count[0]).isEqualTo(5);
  }

  @Test
  void emptyPagesWithMoreToComeAreBorneForAWhile() {
    int[] count = {0};
    Listing listing = of(PAGES);
    walk(
        listing,
        sent ->
            answer(count[0]++ < 5 ? "{\"data\":[],\"has_more\":true}" : "{\"has_more\":false}"));
    assertThat(listing.page()).isEqualTo(6);
    assertThatThrownBy(() -> walk(of(PAGES), sent -> answer("{\"data\":[],\"has_more\":true}")))
        .isInstanceOf(PaginationException.class)
        .hasMessageStartingWith("page 102 repeats page 101");
  }

  @Test
  void aForeignHostIsRefusedAndOnlyItsNameIsTold() {
    Listing listing = of(new NextLinkPagination("next"));
    assertThatThrownBy(
            () ->
                walk(
                    listing,
                    sent -> answer("{\"data\":[1],\"next\":\"https://evil.example/x?t=s3cret\"}")))
        .isInstanceOf(PaginationException.class)
        .hasMessageContaining("evil.example")
        .hasMessageContaining("allowed_hosts")
        .hasMessageNotContaining("s3cret")
        .hasMessageNotContaining("/x");
  }

  @Test
  void aListedHostIsFollowedWithoutCredentials() {
    Listing listing =
        new Listing(new NextLinkPagination("next"), 10, Set.of("https://cdn.example:443"));
    ApiRequest first =
        listing.first(
            ApiRequest.get(URL).withHeader("Authorization", "x").withHeader("Accept", "y"));
    Optional<ApiRequest> next =
        listing.next(first, answer("{\"data\":[1],\"next\":\"https://cdn.example/x\"}"), 1);
    assertThat(next.orElseThrow().headers()).containsOnlyKeys("Accept");
  }

  @Test
  void refusesALimitBelowOne() {
    assertThatThrownBy(() -> new Listing(PAGES, 0, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
