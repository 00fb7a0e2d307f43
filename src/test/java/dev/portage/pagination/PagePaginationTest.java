package dev.portage.pagination;

import static dev.portage.pagination.Pages.after;
import static dev.portage.pagination.Pages.answer;
import static dev.portage.pagination.Pages.linked;
import static dev.portage.pagination.Pages.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.http.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePaginationTest {
  private static final PagePagination PLAIN = new PagePagination("page", "size", 2, 1, null, null);
  private static final PagePagination PATHS =
      new PagePagination("page", "size", 2, 1, new DotPath("meta.more"), new DotPath("meta.last"));

  private static Page page(int number, int length, int firstLength) {
    ApiRequest sent = ApiRequest.get("https://h/x?page=" + number + "&size=100");
    return new Page(number, sent, answer(list(0, length)), length, firstLength);
  }

  @Test
  void theFirstRequestNamesPageAndSizeAndKeepsTheRest() {
    ApiRequest first = PLAIN.first(ApiRequest.get("https://h/x?size=7&active=true"));
    assertThat(first.url()).isEqualTo("https://h/x?active=true&page=1&size=2");
  }

  @ParameterizedTest(name = "{0} with {1} items goes on: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // the configured paths come first
        "{\"meta\":{\"more\":true},\"next\":null} | 0 | true",
        "{\"meta\":{\"more\":false},\"next\":2} | 2 | false",
        "{\"meta\":{\"more\":\"false\"}} | 2 | true",
        "{\"meta\":{\"more\":\"\"}} | 2 | false",
        "{\"meta\":{\"more\":0}} | 2 | false",
        "{\"meta\":{\"more\":0.0}} | 2 | false",
        "{\"meta\":{\"more\":[]}} | 2 | false",
        "{\"meta\":{\"more\":{}}} | 2 | false",
        "{\"meta\":{\"more\":7}} | 0 | true",
        "{\"meta\":{\"more\":true,\"last\":true}} | 2 | true",
        "{\"meta\":{\"last\":true}} | 2 | false",
        "{\"meta\":{\"last\":false}} | 1 | true",
        "{\"meta\":{\"more\":null,\"last\":false}} | 1 | true",
        // then the hints
        "{\"next_page\":3} | 0 | true",
        "{\"next_page\":null} | 2 | false",
        "{\"next\":\"\"} | 2 | false",
        "{\"hasMore\":true} | 0 | true",
        "{\"has_more\":false} | 2 | false",
        "{\"next\":null,\"hasMore\":true} | 0 | true",
        // a has-more of null is a no where nothing else speaks
        "{\"meta\":{\"more\":null}} | 2 | false",
        "{\"meta\":{\"more\":null},\"has_more\":true} | 2 | true",
        // else the length
        "{\"meta\":null} | 2 | true",
        "{\"meta\":[]} | 1 | false",
        "{} | 0 | false",
        "[1,2] | 2 | true",
        "[1] | 1 | false",
        "[] | 0 | false",
        "[1,2] | 0 | true",
        "\"text\" | 1 | false",
      })
  void knowsWhetherThereIsMore(String body, int items, boolean more) {
    assertThat(after(PATHS, "https://h/x?a=1&page=1&size=2", answer(body), items))
        .isEqualTo(more ? "https://h/x?a=1&page=2&size=2" : "-");
  }

  @ParameterizedTest(name = "page {0} of {1}, the first of {2}, goes on: {3}")
  @CsvSource({
    "1,100,100,true",
    "1,99,99,false",
    "1,50,50,true",
    "1,30,30,true",
    "1,10,10,true",
    "1,9,9,false",
    "1,40,40,false",
    "1,0,0,false",
    "1,150,150,true",
    "2,50,100,false",
    "2,50,50,true",
    "2,49,50,false",
    "2,0,50,false",
    "9,50,50,true",
    "2,60,50,true",
    "2,100,100,true",
  })
  void measuresShortPagesByTheCapOfTheFirst(int number, int length, int first, boolean more) {
    PagePagination hundred = new PagePagination("page", "size", 100, 1, null, null);
    assertThat(hundred.next(page(number, length, first)).next().isPresent()).isEqualTo(more);
  }

  @Test
  void aLinkToTheNextPageIsASignOfMore() {
    String url = "https://h/x?page=1&size=2";
    assertThat(after(PLAIN, url, linked("[1]", "</x>; rel=next"), 1))
        .isEqualTo("https://h/x?page=2&size=2");
    assertThat(after(PLAIN, url, linked("[1]", "</x>; rel=prev"), 1)).isEqualTo("-");
    assertThat(after(PLAIN, url, linked("[]", "</x>; rel=next"), 0)).isEqualTo("-");
  }

  @Test
  void countsFromTheStartPage() {
    PagePagination zero = new PagePagination("page[number]", "page[size]", 2, 0, null, null);
    ApiRequest first = zero.first(ApiRequest.get("https://h/x"));
    assertThat(first.url()).isEqualTo("https://h/x?page%5Bnumber%5D=0&page%5Bsize%5D=2");
    assertThat(after(zero, first.url(), answer("[1,2]"), 2))
        .isEqualTo("https://h/x?page%5Bnumber%5D=1&page%5Bsize%5D=2");
  }

  @Test
  void takesAnUnreadablePageNumberForTheFirst() {
    assertThat(after(PLAIN, "https://h/x?page=abc", answer("[1,2]"), 2))
        .isEqualTo("https://h/x?page=2&size=2");
  }

  @ParameterizedTest
  @CsvSource({"'',size,2,1", "page,' ',2,1", "page,size,0,1", "page,size,2,-1"})
  void refusesWhatMakesNoSense(String page, String size, int pageSize, int start) {
    assertThatThrownBy(() -> new PagePagination(page, size, pageSize, start, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("; expected ");
  }
}
