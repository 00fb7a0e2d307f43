package dev.portage.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.Masker;
import dev.portage.http.Query;
import dev.portage.http.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomAuthenticationTest {
  private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
  private static final ApiRequest USERS = ApiRequest.get("https://h/users?active=true");
  private static final ApiRequest LOGIN =
      new ApiRequest(
          "POST",
          "https://h/oauth/token",
          Query.EMPTY,
          Map.of(),
          new ApiRequest.Json(json("{\"client_id\":\"cid\",\"client_secret\":\"sec-90f1\"}")));
  private static final JsonNode ANSWER =
      json(
          """
          {"access_token":"at-1","token_type":"Bearer","expires_in":3600,"org":{"id":7},"admin":true,
           "big":12345678901234567890,"list":["x","y-secret"],"odd-name":"odd"}""");

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static AuthTemplate headers(Map<String, String> headers) {
    return new AuthTemplate(headers, Map.of(), (ObjectNode) json("{}"));
  }

  private static CustomAuthentication with(AuthTemplate template) {
    return new CustomAuthentication(LOGIN, template, null);
  }

  private static CustomAuthentication withBody(String body) {
    return with(new AuthTemplate(Map.of(), Map.of(), (ObjectNode) json(body)));
  }

  private static ApiRequest signed(CustomAuthentication authentication, ApiRequest request) {
    return authentication.sign(request, authentication.credential(ANSWER, NOW));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Bearer {{.access_token}} | Bearer at-1",
        "{{.token_type}} {{.access_token}} | Bearer at-1",
        "org-{{.org.id}} | org-7",
        "{{.admin}} | true",
        "{{.big}} | 12345678901234567890",
        "{{.list[1]}} | y-secret",
        "{{.[\"odd-name\"]}} | odd",
        "{{.missing // \"else\"}} | else",
        "{{.org}} | {\"id\":7}",
        "fixed } and { | fixed } and {",
      })
  void fillsHeaders(String text, String expected) {
    assertThat(signed(with(headers(Map.of("X", text))), USERS).header("x")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{access_token}}",
        "{{ .access_token }}",
        "{{}}",
        "{{.a}",
        "{{.a b}}",
        "{{.a |}}",
        "{{.odd-name}}",
        "{{.x}} {{y}}"
      })
  void refusesOtherFormsWhenItIsMade(String text) {
    assertThatThrownBy(() -> headers(Map.of("Authorization", text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("customAuthRequestTemplate.headers.Authorization: ")
        .hasMessageContaining("; expected ");
  }

  @Test
  void namesThePlaceOfABadTextInTheBody() {
    assertThatThrownBy(() -> withBody("{\"auth\":{\"tokens\":[\"ok\",\"{{no}}\"]}}"))
        .hasMessageStartingWith("customAuthRequestTemplate.body.auth.tokens[1]: ");
  }

  @Test
  void refusesAnEmptyTemplateAndAnIntervalBelowASecond() {
    assertThatThrownBy(() -> headers(Map.of()))
        .hasMessageContaining("is empty; expected at least one");
    AuthTemplate template = headers(Map.of("A", "{{.a}}"));
    assertThatThrownBy(() -> new CustomAuthentication(LOGIN, template, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"token\":\"s3cret\",\"expires_in\":1} | it has: expires_in, token",
        "{\"access_token\":null} | it has: access_token",
        "{} | it has no keys",
        "[\"s3cret\"] | it is of type array",
        "\"s3cret\" | it is of type string",
      })
  void namesWhatTheAnswerLacksAndWhatItHas(String answer, String has) {
    CustomAuthentication custom =
        with(headers(Map.of("Authorization", "Bearer {{.access_token}}")));
    assertThatThrownBy(() -> custom.credential(json(answer), NOW))
        .isInstanceOf(AuthenticationException.class)
        .hasMessage(
            "customAuthRequestTemplate.headers.Authorization: the login answer has no access_token; "
                + has);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{.expires_in[0]}}", "{{.access_token.x}}"})
  void saysThatAPathFailsWithoutQuotingTheAnswer(String text) {
    CustomAuthentication custom = with(headers(Map.of("A", text)));
    assertThatThrownBy(() -> custom.credential(ANSWER, NOW))
        .isInstanceOf(AuthenticationException.class)
        .hasNoCause()
        .hasMessageStartingWith(
            "customAuthRequestTemplate.headers.A: " + text + " fails on the login")
        .hasMessageContaining("it has: access_token, admin,")
        .hasMessageNotContaining("at-1");
  }

  @Test
  void itsHeadersAndParametersReplaceThoseOfTheRequest() {
    CustomAuthentication custom =
        with(
            new AuthTemplate(
                Map.of("Authorization", "Bearer {{.access_token}}"),
                Map.of("api_key", "k-{{.access_token}}"),
                (ObjectNode) json("{}")));
    ApiRequest own =
        ApiRequest.get("https://h/users?active=true&api_key=old")
            .withHeader("authorization", "own");
    ApiRequest signed = signed(custom, own);
    assertThat(signed.url()).isEqualTo("https://h/users?active=true&api_key=k-at-1");
    assertThat(signed.headers()).isEqualTo(Map.of("Authorization", "Bearer at-1"));
    assertThat(signed.body()).isNull();
  }

  @Test
  void mergesItsBodyOverTheTopLevelOfTheRequests() {
    CustomAuthentication custom =
        withBody("{\"auth\":{\"t\":[\"{{.access_token}}\",3]},\"type\":\"fixed\"}");
    ApiRequest search =
        USERS.withBody(
            new ApiRequest.Json(json("{\"type\":\"user\",\"auth\":{\"x\":1},\"q\":null}")));
    assertThat(signed(custom, search).body())
        .isEqualTo(
            new ApiRequest.Json(
                json("{\"type\":\"fixed\",\"auth\":{\"t\":[\"at-1\",3]},\"q\":null}")));
    assertThat(signed(custom, USERS).body())
        .isEqualTo(new ApiRequest.Json(json("{\"auth\":{\"t\":[\"at-1\",3]},\"type\":\"fixed\"}")));
  }

  @Test
  void signingLeavesTheRequestAndTheCredentialAsTheyWere() {
    CustomAuthentication custom = withBody("{\"t\":\"{{.access_token}}\"}");
    Credential credential = custom.credential(ANSWER, NOW);
    ApiRequest search = USERS.withBody(new ApiRequest.Json(json("{\"q\":1}")));
    custom.sign(search, credential);
    custom.sign(search, credential);
    assertThat(search.body()).isEqualTo(new ApiRequest.Json(json("{\"q\":1}")));
    assertThat(credential.body()).isEqualTo(json("{\"t\":\"at-1\"}"));
  }

  @Test
  void refusesToMergeIntoWhatIsNoObject() {
    CustomAuthentication custom = withBody("{\"t\":\"{{.access_token}}\"}");
    for (ApiRequest.Body body :
        List.of(new ApiRequest.Json(json("[1]")), new ApiRequest.Form("a=1"))) {
      assertThatThrownBy(() -> signed(custom, USERS.withBody(body)))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageContaining("expected selector.body to be an object or absent");
    }
  }

  @Test
  void theLoginNamesItsContentTypeUnlessItHasOne() {
    AuthTemplate template = headers(Map.of("A", "{{.a}}"));
    assertThat(contentType(LOGIN, template)).isEqualTo("application/json");
    assertThat(contentType(LOGIN.withBody(new ApiRequest.Form("a=1")), template))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(contentType(LOGIN.withHeader("content-type", "text/x"), template))
        .isEqualTo("text/x");
    assertThat(contentType(LOGIN.withBody(null), template)).isEqualTo("none");
  }

  private static String contentType(ApiRequest login, AuthTemplate template) {
    return new CustomAuthentication(login, template, null)
        .login()
        .flatMap(request -> request.header("Content-Type"))
        .orElse("none");
  }

  @ParameterizedTest(name = "of {0} s: after {1} ms")
  @CsvSource({"3000,2940000", "600,540000", "300,270000", "60,54000", "10,9000", "1,900"})
  void renewsAheadOfTheEnd(long interval, long millis) {
    CustomAuthentication custom =
        new CustomAuthentication(
            LOGIN, headers(Map.of("A", "{{.access_token}}")), Duration.ofSeconds(interval));
    assertThat(custom.credential(ANSWER, NOW).renewAt()).isEqualTo(NOW.plusMillis(millis));
  }

  @Test
  void withoutIntervalItIsNeverRenewedAhead() {
    assertThat(with(headers(Map.of("A", "{{.access_token}}"))).credential(ANSWER, NOW).renewAt())
        .isNull();
  }

  @Test
  void hidesWhatWasUsedOfTheAnswer() {
    CustomAuthentication custom =
        with(
            new AuthTemplate(
                Map.of("Authorization", "{{.token_type}} {{.access_token}}", "X", "{{.admin}}"),
                Map.of("k", "{{.list[1]}}"),
                (ObjectNode) json("{}")));
    Credential credential = custom.credential(ANSWER, NOW);
    assertThat(credential.secrets())
        .containsExactlyInAnyOrder(new Secret("at-1"), new Secret("y-secret"));
    assertThat(credential.toString()).doesNotContain("at-1");
  }

  @Test
  void hidesTheSecretsOfTheLoginButNotItsOrdinaryWords() {
    ApiRequest login =
        LOGIN
            .withHeader("Authorization", "Basic YTpiYWI=")
            .withHeader("Accept", "application/json")
            .withQuery(Query.parse("sig=q%2Fsig-1"))
            .withBody(
                new ApiRequest.Form(
                    "grant_type=client_credentials&client_id=cid-1234&client_secret=a%2Fb-9"));
    Masker masker =
        new Masker(
            new CustomAuthentication(login, headers(Map.of("X-Fixed-Key", "fix-1")), null)
                .secrets());
    assertThat(
            masker.mask("Basic YTpiYWI= q/sig-1 a/b-9 a%2Fb-9 client_credentials cid-1234 fix-1"))
        .isEqualTo("*** *** *** *** client_credentials cid-1234 ***");
    assertThat(with(headers(Map.of("A", "{{.a}}"))).secrets())
        .containsExactly(new Secret("sec-90f1"));
  }

  @Test
  void printsNothingSecret() {
    CustomAuthentication custom = with(headers(Map.of("X-Fixed-Key", "fix-1")));
    assertThat(custom.toString() + custom.template())
        .isEqualTo("CustomAuthentication[POST https://h/oauth/token]AuthTemplate[***]");
  }
}
