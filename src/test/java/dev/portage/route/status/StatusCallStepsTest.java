package dev.portage.route.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.ApiRequest;
import dev.portage.http.Failure;
import dev.portage.http.Headers;
import dev.portage.http.Query;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCallStepsTest {

  /** A PUT says where a kind stands; a POST may add up. Status 0 is a broken connection. */
  @ParameterizedTest
  @CsvSource({
    "PUT,  500, true",
    "PUT,  502, true",
    "PUT,  429, true",
    "PUT,  0,   true",
    "POST, 429, true",
    "POST, 503, true",
    "POST, 500, false",
    "POST, 502, false",
    "POST, 504, false",
    "POST, 0,   false",
    "GET,  0,   true"
  })
  void whatAddsUpIsSentAgainOnlyWhenItWasTurnedAway(String method, int status, boolean again) {
    ApiRequest request =
        new ApiRequest(method, "https://i.test/syncMetrics", Query.EMPTY, Map.of(), null);
    Failure failure =
        status == 0 ? Failure.Transport.CONNECTION : new Failure.Answer(status, Headers.NONE);

    assertThat(StatusCallSteps.mayBeRepeated(request, failure)).isEqualTo(again);
  }
}
