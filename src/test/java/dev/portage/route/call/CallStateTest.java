package dev.portage.route.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.Decision;
import dev.portage.http.Failure;
import dev.portage.http.Headers;
import dev.portage.http.RetryPolicy;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a call takes a new credential: a server that restarts forgets those it gave. */
class CallStateTest {

  @ParameterizedTest(name = "{0} with at most {1} in succession: {2}")
  @CsvSource({
    "401,             0, give up",
    "401 401,         1, renew give up",
    "401 401 401 401, 3, renew renew renew give up",
    // another fault in between: that may have been a restart
    "401 503 401 401, 1, renew wait renew give up",
    "401 503 503 401, 1, renew wait wait renew",
    "503 401 401,     1, wait renew give up",
    "403,             3, give up",
  })
  void aCredentialIsRenewedAsLongAsThatMayHelp(String statuses, int most, String decisions) {
    CallState call = new CallState();

    String decided =
        String.join(
            " ",
            Arrays.stream(statuses.split(" "))
                .map(status -> word(call.decide(policy(), answer(status), true, most)))
                .toList());

    assertThat(decided).isEqualTo(decisions);
    assertThat(call.again()).isEqualTo(!decisions.endsWith("give up"));
  }

  private static RetryPolicy policy() {
    return RetryPolicy.forPort();
  }

  private static Failure answer(String status) {
    return new Failure.Answer(Integer.parseInt(status), Headers.NONE);
  }

  private static String word(Decision decision) {
    if (decision instanceof Decision.Wait) {
      return "wait";
    }
    return decision instanceof Decision.Reauthenticate ? "renew" : "give up";
  }
}
