package dev.portage.pagination;

import static dev.portage.pagination.Pages.after;
import static dev.portage.pagination.Pages.answer;
import static dev.portage.pagination.Pages.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.http.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetPaginationTest {
  private static final OffsetPagination PATH =
      new OffsetPagination("skip", "take", 2, new DotPath("meta.next_offset"));

  @Test
  void theFirstRequestNamesOffsetAndLimit() {
    assertThat(PATH.first(ApiRequest.get("https://h/x?take=9&a=1")).url())
        .isEqualTo("https://h/x?a=1&skip=0&take=2");
  }

  @ParameterizedTest(name = "{0} with {1} items: offset {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"meta\":{\"next_offset\":6}} | 2 | 6",
        "{\"meta\":{\"next_offset\":6}} | 1 | 5",
        "{\"meta\":{\"next_offset\":6}} | 0 | 6",
        "{\"meta\":{\"next_offset\":6}} | 9 | 6",
        "{\"meta\":{\"next_offset\":0}} | 2 | -",
        "{\"meta\":{\"next_offset\":null}} | 2 | -",
        "{\"meta\":{}} | 2 | 6",
        "{\"meta\":{}} | 1 | -",
        "{\"has_more\":true} | 2 | 6",
        "{\"has_more\":false} | 2 | -",
        "{\"hasMore\":true} | 2 | 6",
        "{\"next\":null} | 2 | 6",
        "[1,2] | 2 | 6",
        "[1,2] | 1 | 6",
        "[1] | 1 | -",
        "{} | 0 | -",
      })
  void growsByWhatWasSeen(String body, int items, String offset) {
    assertThat(after(PATH, "https://h/x?skip=4&take=2", answer(body), items))
        .isEqualTo(offset.equals("-") ? "-" : "https://h/x?skip=" + offset + "&take=2");
  }

  @Test
  void goesOnBehindTheCapOfTheServer() {
    OffsetPagination hundred = new OffsetPagination("offset", "limit", 100, null);
    assertThat(after(hundred, "https://h/x?offset=0&limit=100", answer(list(0, 50)), 50))
        .isEqualTo("https://h/x?offset=50&limit=100");
  }

  @ParameterizedTest
  @CsvSource({"'',limit,2", "offset,'',2", "offset,limit,0"})
  void refusesWhatMakesNoSense(String offset, String limit, int pageSize) {
    assertThatThrownBy(() -> new OffsetPagination(offset, limit, pageSize, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
