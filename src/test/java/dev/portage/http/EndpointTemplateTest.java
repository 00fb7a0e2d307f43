package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "/teams, /teams",
    "/teams/{team}/members, /teams/{team}/members",
    "/teams?token=s3cret, /teams",
    "/teams#part?x, /teams",
    "https://tom:s3cret@api.test/teams/{team}?a=b, https://api.test/teams/{team}",
    "https://api.test/people/tom@example.com, https://api.test/people/tom@example.com"
  })
  void whatIsShownHoldsNoSecret(String text, String shown) {
    assertThat(new EndpointTemplate(text).shown()).isEqualTo(shown);
  }
}
