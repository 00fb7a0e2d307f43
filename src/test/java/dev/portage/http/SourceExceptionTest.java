package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceExceptionTest {
  private static final ApiRequest REQUEST =
      ApiRequest.get("https://h/v1/users?api_key=s3cret").withHeader("Authorization", "s3cret");

  @Test
  void saysWhatWasAnswered() {
    SourceException e = SourceException.answered(REQUEST, 3, 403, "");
    assertThat(e).hasMessage("GET /v1/users, page 3: answered 403; expected 2xx");
    assertThat(e.status()).isEqualTo(403);
    assertThat(e.page()).isEqualTo(3);
    assertThat(e.method()).isEqualTo("GET");
    assertThat(e.endpoint()).isEqualTo("/v1/users");
    assertThat(e.reason()).isEqualTo("answered 403; expected 2xx");
  }

  @Test
  void saysWhyItWasNotAskedAgain() {
    assertThat(SourceException.answered(REQUEST, 1, 503, "tried 11 times"))
        .hasMessage("GET /v1/users, page 1: answered 503 (tried 11 times); expected 2xx");
  }

  @Test
  void saysThatThereWasNoAnswer() {
    SourceException e =
        SourceException.failed(
            ApiRequest.get("https://h"), 1, "no answer; expected one within 30 s");
    assertThat(e).hasMessage("GET /, page 1: no answer; expected one within 30 s");
    assertThat(e.status()).isZero();
  }
}
