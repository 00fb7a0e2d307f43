package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {

  @Test
  void comparesNamesWithoutCase() {
    Headers headers = Headers.of(Map.of("Retry-After", "3"));
    assertThat(headers.first("retry-after")).contains("3");
    assertThat(headers.first("Link")).isEmpty();
    assertThat(headers.all("Link")).isEmpty();
  }

  @Test
  void joinsNamesThatDifferOnlyInCase() {
    Map<String, List<String>> given = new LinkedHashMap<>();
    given.put("Link", List.of("<a>; rel=x"));
    given.put("link", List.of("<b>; rel=y"));
    assertThat(new Headers(given).all("LINK")).containsExactly("<a>; rel=x", "<b>; rel=y");
  }

  @Test
  void printsNamesOnly() {
    assertThat(Headers.of(Map.of("Set-Cookie", "s3cret")).toString())
        .isEqualTo("Headers[Set-Cookie]");
  }
}
