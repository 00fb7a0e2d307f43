package dev.portage.pagination;

import static dev.portage.pagination.Pages.after;
import static dev.portage.pagination.Pages.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.http.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorPaginationTest {
  private static final CursorPagination PLAIN =
      new CursorPagination("cursor", "limit", 2, null, null);
  private static final CursorPagination PATHS =
      new CursorPagination("since", "limit", 2, new DotPath("at.next"), new DotPath("at.more"));
  private static final String URL = "https://h/x?a=1&limit=2";

  @Test
  void theFirstRequestNamesTheLimitOnly() {
    assertThat(PLAIN.first(ApiRequest.get("https://h/x?a=1&limit=9")).url()).isEqualTo(URL);
  }

  @ParameterizedTest(name = "{0} with {1} items: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"next_cursor\":\"c\",\"has_more\":true} | 2 | c",
        "{\"next_cursor\":\"c\",\"has_more\":true} | 0 | c",
        "{\"next_cursor\":\"c\",\"has_more\":false} | 2 | -",
        "{\"next_cursor\":\"c\",\"hasMore\":false} | 2 | -",
        "{\"next_cursor\":\"c\",\"meta\":{\"has_more\":false}} | 2 | -",
        "{\"next_cursor\":\"c\",\"has_more\":null} | 2 | c",
        "{\"next_cursor\":\"c\"} | 2 | c",
        "{\"next_cursor\":\"c\"} | 1 | c",
        "{\"next_cursor\":\"c\"} | 0 | -",
        "{\"cursor\":\"c\"} | 2 | c",
        "{\"nextCursor\":\"c\"} | 2 | c",
        "{\"meta\":{\"after_cursor\":\"c\"}} | 2 | c",
        "{\"meta\":{\"next_cursor\":\"c\"}} | 2 | c",
        "{\"meta\":{\"pagination\":{\"next_cursor\":\"c\"}}} | 2 | c",
        "{\"links\":{\"next\":\"c\"}} | 2 | c",
        "{\"pagination\":{\"next_cursor\":\"c\",\"has_more\":true}} | 2 | c",
        "{\"pagination\":{\"next_cursor\":\"c\",\"has_more\":false}} | 2 | -",
        "{\"response_metadata\":{\"next_cursor\":\"c\"}} | 2 | c",
        "{\"response_metadata\":{\"next_cursor\":\"\"}} | 2 | -",
        "{\"paging\":{\"cursors\":{\"after\":\"c\"}}} | 2 | c",
        "{\"nextPageToken\":\"c\"} | 2 | c",
        "{\"next_cursor\":null,\"cursor\":\"c\"} | 2 | c",
        "{\"meta\":null,\"links\":null} | 2 | -",
        "{\"meta\":[1],\"links\":\"x\"} | 2 | -",
        "{\"next_cursor\":null,\"has_more\":true} | 2 | -",
        "{\"next_cursor\":4711} | 2 | 4711",
        "{\"next_cursor\":12345678901234567890} | 2 | 12345678901234567890",
        "{\"next_cursor\":0} | 2 | -",
        "{\"next_cursor\":\"YWI=/+\"} | 2 | YWI%3D%2F%2B",
        "{\"next_cursor\":\"/x\"} | 2 | %2Fx",
        "[1,2] | 2 | -",
      })
  void findsTheCursorInTheUsualPlaces(String body, int items, String cursor) {
    assertThat(after(PLAIN, URL, answer(body), items))
        .isEqualTo(cursor.equals("-") ? "-" : URL + "&cursor=" + cursor);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"at\":{\"next\":\"c\",\"more\":true}} | c",
        "{\"at\":{\"next\":\"c\",\"more\":false},\"has_more\":true} | -",
        "{\"at\":{\"next\":\"c\"}} | c",
        "{\"at\":{\"next\":\"c\",\"more\":null}} | c",
        "{\"at\":{\"next\":null,\"more\":true},\"next_cursor\":\"no\"} | -",
        "{} | -",
      })
  void looksAtConfiguredPathsOnly(String body, String cursor) {
    assertThat(after(PATHS, URL, answer(body), 2))
        .isEqualTo(cursor.equals("-") ? "-" : URL + "&since=" + cursor);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"links\":{\"next\":\"https://h/x?after=2\"}} | https://h/x?after=2",
        "{\"links\":{\"next\":\"/y?after=2\"}} | https://h/y?after=2",
        "{\"links\":{\"next\":\"?after=2\"}} | https://h/x?after=2",
        "{\"links\":{\"next\":{\"href\":\"https://h/x?after=2\"}}} | https://h/x?after=2",
        "{\"next_cursor\":\"https://h/x?after=2\"} | https://h/x?after=2",
      })
  void followsACursorThatIsALink(String body, String expected) {
    assertThat(after(PLAIN, URL, answer(body), 2)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"has_more\":true,\"data\":[]}", "{\"pagination\":{\"has_more\":true}}"})
  void moreWithoutAnyCursorIsAFaultAndNotTheEnd(String body) {
    assertThatThrownBy(() -> after(PLAIN, URL, answer(body), 2))
        .isInstanceOf(PaginationException.class)
        .hasMessage(
            "page 1 says there is more, but has no cursor in the usual places; expected one:"
                + " set cursor_path to where it lies");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"has_more\":true} | b",
        "{\"data\":[{\"id\":\"a\"}],\"has_more\":false} | -",
        "{\"data\":[],\"has_more\":false} | -",
        "{\"data\":{\"-1\":{\"id\":\"k\"}}} | k",
        "{\"data\":\"text\"} | -",
      })
  void aNumberInAPathLeadsIntoAList(String body, String cursor) {
    CursorPagination last =
        new CursorPagination("after", "limit", 2, new DotPath("data.-1.id"), null);

    assertThat(after(last, URL, answer(body), 2))
        .isEqualTo(cursor.equals("-") ? "-" : URL + "&after=" + cursor);
  }

  @Test
  void replacesTheCursorOfThePageBefore() {
    assertThat(after(PLAIN, URL + "&cursor=c1", answer("{\"next_cursor\":\"c2\"}"), 2))
        .isEqualTo(URL + "&cursor=c2");
  }
}
