package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiRequestTest {
  private static final ApiRequest SIGNED =
      ApiRequest.get("https://api.example/users?token=t0ken")
          .withHeader("Authorization", "Bearer t0ken")
          .withHeader("Accept", "application/json");

  @Test
  void takesTheQueryOutOfAnAddress() {
    ApiRequest request = ApiRequest.get("https://h/x?a=1&b=2");
    assertThat(request.address()).isEqualTo("https://h/x");
    assertThat(request.query().first("b")).contains("2");
    assertThat(request.url()).isEqualTo("https://h/x?a=1&b=2");
    assertThat(request.origin()).isEqualTo("https://h:443");
  }

  @Test
  void aLinkBringsItsOwnQuery() {
    ApiRequest next = SIGNED.withUrl("https://api.example/users?after=2");
    assertThat(next.url()).isEqualTo("https://api.example/users?after=2");
    assertThat(next.header("authorization")).contains("Bearer t0ken");
  }

  @Test
  void leavingTheOriginLeavesCredentialsBehind() {
    ApiRequest elsewhere = SIGNED.withUrl("https://other.example/users");
    assertThat(elsewhere.headers()).isEqualTo(Map.of("Accept", "application/json"));
  }

  @Test
  void neverHoldsUserInformation() {
    ApiRequest request = ApiRequest.get("https://me:s3cret@h/x");
    assertThat(request.url()).isEqualTo("https://h/x");
    assertThat(request.withUrl("https://you:s3cret@h/y").url()).isEqualTo("https://h/y");
  }

  @Test
  void replacesAHeaderWhateverItsCase() {
    assertThat(SIGNED.withHeader("AUTHORIZATION", "x").headers())
        .containsOnlyKeys("Accept", "AUTHORIZATION");
  }

  @Test
  void aDefaultHeaderReplacesNone() {
    assertThat(SIGNED.withDefaultHeader("AUTHORIZATION", "x")).isEqualTo(SIGNED);
    assertThat(SIGNED.withDefaultHeaders(Map.of("accept", "*/*", "X-Team", "a")).headers())
        .isEqualTo(
            Map.of("Authorization", "Bearer t0ken", "Accept", "application/json", "X-Team", "a"));
  }

  @Test
  void printsNeitherQueryNorHeadersNorBody() {
    ApiRequest request = SIGNED.withBody(new ApiRequest.Json(TextNode.valueOf("t0ken")));
    assertThat(request + " " + request.body() + new ApiRequest.Form("t0ken"))
        .isEqualTo("GET https://api.example/users JsonForm");
  }

  @Test
  void bodiesKnowTheirMediaType() {
    assertThat(new ApiRequest.Json(TextNode.valueOf("")).contentType())
        .isEqualTo("application/json");
    assertThat(new ApiRequest.Form("").contentType())
        .isEqualTo("application/x-www-form-urlencoded");
  }

  @Test
  void successIsAnyTwoHundred() {
    assertThat(new ApiResponse(204, Headers.NONE, TextNode.valueOf("t0ken")))
        .matches(ApiResponse::isSuccess)
        .hasToString("ApiResponse[204]");
    assertThat(new ApiResponse(304, Headers.NONE, TextNode.valueOf("")).isSuccess()).isFalse();
  }
}
