package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointRequestTest {

  private static EndpointRequest to(String endpoint, Query query) {
    return new EndpointRequest("get", new EndpointTemplate(endpoint), query, Map.of(), null);
  }

  @ParameterizedTest(name = "{0} and {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h | /users | https://h/users",
        "https://h/ | users | https://h/users",
        "https://h/gateway/v2/ | /users | https://h/gateway/v2/users",
        "https://h/gateway/v2// | //users | https://h/gateway/v2/users",
        "https://h | /users/ | https://h/users/",
        "https://h | /users?active=true | https://h/users?active=true",
        "https://h/v1?key=1 | /users?active=true | https://h/v1/users?key=1&active=true",
        "https://h | /a#b | https://h/a%23b",
        "https://h | /équipe/a b | https://h/%C3%A9quipe/a%20b",
        "https://h | /a%2Fb | https://h/a%2Fb",
        "https://h | /teams/{other}/x | https://h/teams/%7Bother%7D/x",
        "https://[::1]:8443/v1 | /users | https://[::1]:8443/v1/users",
        "https://me:pw@h/v1 | /users | https://h/v1/users",
        "https://h/v1 | https://other.example/v2/users?x=1 | https://other.example/v2/users?x=1",
        "https://h/v1?key=1 | https://other.example/users | https://other.example/users",
      })
  void joinsBaseAndEndpoint(String base, String endpoint, String expected) {
    assertThat(to(endpoint, Query.EMPTY).at(base, Map.of()).url()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "Core Data,https://h/teams/Core%20Data/members",
    "a/b,https://h/teams/a%2Fb/members",
    "c?d,https://h/teams/c%3Fd/members",
    "e#f,https://h/teams/e%23f/members",
    "50%,https://h/teams/50%25/members",
    "https://evil.example,https://h/teams/https%3A%2F%2Fevil.example/members",
    "..,https://h/teams/%2E%2E/members",
    "$1{team},https://h/teams/%241%7Bteam%7D/members",
  })
  void putsValuesIntoTheirSegment(String value, String expected) {
    assertThat(
            to("/teams/{team}/members", Query.EMPTY).at("https://h", Map.of("team", value)).url())
        .isEqualTo(expected);
  }

  @Test
  void aValueCanNotTurnTheEndpointIntoAnotherHost() {
    assertThat(
            to("{url}", Query.EMPTY)
                .at("https://h", Map.of("url", "https://evil.example"))
                .origin())
        .isEqualTo("https://h:443");
  }

  @Test
  void putsValuesIntoTheQueryString() {
    assertThat(
            to("/members?team={team}&x=1", Query.EMPTY)
                .at("https://h", Map.of("team", "a&b=c d"))
                .url())
        .isEqualTo("https://h/members?team=a%26b%3Dc%20d&x=1");
  }

  @Test
  void parametersOfTheSelectorReplaceThoseOfTheEndpoint() {
    Query query = Query.EMPTY.and("active", "false").and("sort", "name");
    assertThat(to("/users?active=true&x=1", query).at("https://h", Map.of()).url())
        .isEqualTo("https://h/users?x=1&active=false&sort=name");
  }

  @Test
  void namesEveryPlaceholderOnce() {
    EndpointTemplate template = new EndpointTemplate("/a/{x}/b/{y_1}/{x}?z={z}&bad={a-b}");
    assertThat(template.placeholders()).containsExactly("x", "y_1", "z");
    assertThat(template.expand(Map.of("x", "1", "z", "3")))
        .isEqualTo("/a/1/b/{y_1}/1?z=3&bad={a-b}");
  }

  @Test
  void theMethodGoesOutInUpperCase() {
    assertThat(to("/users", Query.EMPTY).at("https://h", Map.of()).method()).isEqualTo("GET");
  }
}
