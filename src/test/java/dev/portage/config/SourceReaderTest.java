package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.auth.ApiKey;
import dev.portage.auth.BasicAuthentication;
import dev.portage.auth.BearerToken;
import dev.portage.auth.CustomAuthentication;
import dev.portage.http.ApiRequest;
import dev.portage.pagination.CursorPagination;
import dev.portage.pagination.HeaderLinkPagination;
import dev.portage.pagination.NextLinkPagination;
import dev.portage.pagination.NoPagination;
import dev.portage.pagination.OffsetPagination;
import dev.portage.pagination.PagePagination;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the source API is reached (contract, section 2.5). */
class SourceReaderTest extends SettingsFixture {

  @Test
  void readsEveryPaginationWithItsDocumentedDefaults() {
    Map<String, Object> expected =
        Map.of(
            "none", new NoPagination(),
            "page", new PagePagination("page", "size", 100, 1, null, null),
            "offset", new OffsetPagination("offset", "limit", 100, null),
            "cursor", new CursorPagination("cursor", "limit", 100, null, null),
            "next_link", new NextLinkPagination("@odata.nextLink"),
            "header_link", new HeaderLinkPagination("next"));
    expected.forEach(
        (type, pagination) -> {
          config("PAGINATION_TYPE", type);
          assertThat(read().source().pagination()).as(type).isEqualTo(pagination);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "page,   PAGE_PARAM",
    "offset, OFFSET_PARAM",
    "cursor, CURSOR_PARAM",
    "page,   PAGINATION_PARAM"
  })
  void namesOfOlderDocumentsNameTheParameter(String type, String key) {
    config("PAGINATION_TYPE", type);
    config(key, "p");
    config("LIMIT_PARAM", "n");

    assertThat(read().source().pagination().toString()).contains("Param=p", "Param=n");
  }

  @Test
  void theAliasOfTheChosenTypeIsPreferred() {
    config("PAGINATION_TYPE", "cursor");
    config("PAGE_PARAM", "p");
    config("CURSOR_PARAM", "c");

    assertThat(read().source().pagination())
        .isEqualTo(new CursorPagination("c", "limit", 100, null, null));
  }

  @Test
  void readsBearerTokenUnderBothNames() {
    config("AUTH_TYPE", "bearer_token");
    config("AUTH_VALUE", "tok-1");
    assertThat(((BearerToken) read().source().authentication()).token().reveal())
        .isEqualTo("tok-1");

    config("API_TOKEN", "tok-2");
    assertThat(((BearerToken) read().source().authentication()).token().reveal())
        .isEqualTo("tok-2");
  }

  @Test
  void readsApiKey() {
    config("AUTH_TYPE", "api_key");
    config("AUTH_VALUE", "key-1");

    ApiKey key = (ApiKey) read().source().authentication();

    assertThat(key.header()).isEqualTo("X-API-Key");
    assertThat(key.key().reveal()).isEqualTo("key-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "basic_auth", "BASIC"})
  void basicNeedsOnePartOnly(String type) {
    config("AUTH_TYPE", type);
    config("USERNAME", "sk_1");
    config("PASSWORD", "");

    BasicAuthentication basic = (BasicAuthentication) read().source().authentication();

    assertThat(basic.username()).isEqualTo("sk_1");
    assertThat(basic.password().isEmpty()).isTrue();
  }

  @Test
  void customAuthenticationIsJoinedToTheBaseUrl() {
    config("BASE_URL", "https://api.example.com/v2/");
    config("AUTH_TYPE", "custom");
    config(
        "CUSTOM_AUTH_REQUEST",
        """
        {"endpoint": "/oauth/token?tenant=a", "body": {"clientId": "x"},
         "queryParams": {"v": 1}, "reauthenticateIntervalSeconds": 300}""");
    config("CUSTOM_AUTH_RESPONSE", "{\"headers\": {\"Authorization\": \"Bearer {{.token}}\"}}");

    CustomAuthentication custom = (CustomAuthentication) read().source().authentication();

    assertThat(custom.request().method()).isEqualTo("POST");
    assertThat(custom.request().url())
        .isEqualTo("https://api.example.com/v2/oauth/token?tenant=a&v=1");
    assertThat(custom.request().body())
        .isEqualTo(new ApiRequest.Json(ConfigTesting.json("{\"clientId\": \"x\"}")));
    assertThat(custom.interval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(custom.template().headers()).containsEntry("Authorization", "Bearer {{.token}}");
  }

  @Test
  void customHeadersTakeVariablesOfTheEnvironment() {
    config("CUSTOM_HEADERS", "{\"X-Trace\": \"${OCEAN__TRACE}-${MISSING}\"}");
    environment.put("OCEAN__TRACE", "t1");

    Settings settings = read();

    assertThat(settings.source().headers()).containsExactly(Map.entry("X-Trace", "t1-${MISSING}"));
    assertThat(settings.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, 45, 30", "'', 45, 45", "'', '', 60", "0.5, '', 0.5"})
  void theTimeoutOfTheSourceWinsOverTheClients(String own, String client, String expected) {
    config("TIMEOUT", own);
    environment.put("OCEAN__CLIENT_TIMEOUT", client);

    assertThat(read().source().timeout())
        .isEqualTo(Duration.ofMillis((long) (Double.parseDouble(expected) * 1000)));
  }

  @Test
  void allowedHostsBecomeOrigins() {
    config("ALLOWED_HOSTS", "cdn.example.com, http://other:8080/");

    assertThat(read().source().allowedOrigins())
        .containsExactly("https://cdn.example.com:443", "http://other:8080");
  }
}
