package dev.portage.pagination;

import static dev.portage.pagination.Pages.after;
import static dev.portage.pagination.Pages.answer;
import static dev.portage.pagination.Pages.linked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.http.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPaginationTest {
  private static final String URL = "https://h/v1/users?size=2&active=true";

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "@odata.nextLink | {\"@odata.nextLink\":\"https://h/v1/users?$skiptoken=a'b\"} | https://h/v1/users?$skiptoken=a'b",
        "links.next | {\"links\":{\"next\":\"https://h/v1/users?page[number]=2\"}} | https://h/v1/users?page[number]=2",
        "links.next | {\"links.next\":\"/a\",\"links\":{\"next\":\"/b\"}} | https://h/a",
        "links.next | {\"links\":{\"next\":{\"href\":\"/b\"}}} | https://h/b",
        "links.next | {\"links\":{\"next\":null}} | -",
        "links.next | {\"links\":{\"next\":\"\"}} | -",
        "links.next | {\"links\":{}} | -",
        "links.next | {\"links\":null} | -",
        "links.next | [1] | -",
        "next | {\"next\":\"?after=2\"} | https://h/v1/users?after=2",
        "next | {\"next\":\"teams\"} | https://h/v1/teams",
        "next | {\"next\":\"//other/x\"} | https://other/x",
        "next | {\"next\":\"http://h/v1/users?after=2\"} | https://h/v1/users?after=2",
        "next | {\"next\":\"http://h:80/v1/users\"} | https://h/v1/users",
        "next | {\"next\":\"http://h:8080/v1/users\"} | http://h:8080/v1/users",
        "next | {\"next\":\"http://other/v1/users\"} | http://other/v1/users",
      })
  void followsTheLinkInTheBody(String path, String body, String expected) {
    assertThat(after(new NextLinkPagination(path), URL, answer(body), 2)).isEqualTo(expected);
  }

  @Test
  void anEmptyPageEndsTheListingWhateverItsLinkSays() {
    assertThat(after(new NextLinkPagination("next"), URL, answer("{\"next\":\"/b\"}"), 0))
        .isEqualTo("-");
    assertThat(after(new HeaderLinkPagination("next"), URL, linked("[]", "</b>; rel=next"), 0))
        .isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7", "true", "[\"/b\"]", "{\"url\":\"/b\"}", "\"ftp://h/x\"", "\"mailto:s3cret\""})
  void aLinkThatIsNoneIsAFault(String value) {
    assertThatThrownBy(
            () -> after(new NextLinkPagination("next"), URL, answer("{\"next\":" + value + "}"), 2))
        .isInstanceOf(PaginationException.class)
        .hasMessageStartingWith("page 1: next is ")
        .hasMessageEndingWith("; expected the URL of the next page")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void nothingIsAddedToTheFirstRequest() {
    ApiRequest request = ApiRequest.get(URL);
    assertThat(new NextLinkPagination("next").first(request)).isEqualTo(request);
    assertThat(new HeaderLinkPagination("next").first(request)).isEqualTo(request);
    assertThat(new NoPagination().first(request)).isEqualTo(request);
    assertThat(after(new NoPagination(), URL, answer("{\"next\":\"/b\"}"), 2)).isEqualTo("-");
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "next | <https://h/a?page=2>; rel=\"next\", <https://h/a?page=5>; rel=\"last\" | https://h/a?page=2",
        "next | <https://h/a?page=1>; rel=\"prev\", <https://h/a?page=3>; rel=\"next\" | https://h/a?page=3",
        "next | <https://h/a>;rel=next | https://h/a",
        "next | <https://h/a> ; title=\"x, y; z \\\"q\\\"\" ; REL = \"NEXT\" | https://h/a",
        "next | <https://h/a,b;c>; rel=\"next last\" | https://h/a,b;c",
        "NEXT | <https://h/a>; rel=next | https://h/a",
        "nextPage | <https://h/a>; rel=next, <https://h/b>; rel=\"nextPage\" | https://h/b",
        "next | </a?x=1>; rel=next | https://h/a?x=1",
        "next | <?x=1>; rel=next | https://h/v1/users?x=1",
        "next | , ,<https://h/a>; rel=prev,, <https://h/b>; rel=next; results=\"true\" | https://h/b",
        "next | <https://h/a>; rel=prev; rel=next | -",
        "next | <https://h/a>; rev=next | -",
        "next | <https://h/a>; rel=nextish | -",
        "next | <https://h/a> | -",
        "next | https://h/a; rel=next | -",
        "next | <https://h/a; rel=next | -",
        "next | <https://h/a>; rel=\"next | -",
        "next | '' | -",
      })
  void followsTheLinkInTheHeader(String rel, String header, String expected) {
    assertThat(after(new HeaderLinkPagination(rel), URL, linked("[1]", header), 1))
        .isEqualTo(expected);
  }

  @Test
  void readsAHostileHeaderInNoTime() {
    String header = "<a>" + ";x=\"\\".repeat(20_000) + " ".repeat(20_000);
    assertThat(LinkHeader.parse(header)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void refusesBlankSettings() {
    assertThatThrownBy(() -> new NextLinkPagination(" "))
        .hasMessage("next_link_path: is blank; expected a name");
    assertThatThrownBy(() -> new HeaderLinkPagination(""))
        .hasMessage("header_link_rel: is blank; expected a name");
    assertThatThrownBy(() -> new DotPath("")).isInstanceOf(IllegalArgumentException.class);
  }
}
