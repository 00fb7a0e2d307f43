package dev.portage.route.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import dev.portage.http.Secret;
import dev.portage.route.call.JsonBody;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.PortApi;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers of Port's start a resync (contract, section 7.2). */
class PollingStepsTest {
  private static final PortApi API =
      new PortApi("https://port.test", "id", new Secret("s"), "custom", "me", "1");

  private String request = "{'request': null}";
  private String state = "{}";
  private int status = 200;
  private boolean reachable = true;
  private Optional<Instant> begun = Optional.empty();

  private PollingSteps polling(boolean resyncOnStart) {
    return new PollingSteps(API, this::answer, resyncOnStart, () -> begun);
  }

  private ApiResponse answer(ApiRequest call) {
    if (!reachable) {
      throw new PortUnavailable("Port: no answer", null);
    }
    boolean asksForRequest = call.url().endsWith("/resync-request");
    String body =
        asksForRequest ? request : "{'integration': {'resyncState': %s}}".formatted(state);
    JsonNode json = status == 200 ? read(body) : MissingNode.getInstance();
    return new ApiResponse(asksForRequest ? status : 200, Headers.NONE, json);
  }

  private static JsonNode read(String json) {
    try {
      return JsonBody.MAPPER.readTree(json.replace('\'', '"'));
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void requested(String time) {
    request = "{'request': {'id': 'r', 'updatedAt': '2026-08-20T%s'}}".formatted(time);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-08-20T" + time);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFirstResyncWaitsForNobodyIfThatIsWanted(boolean onStart) {
    PollingSteps polling = polling(onStart);

    assertThat(polling.wanted()).isEqualTo(onStart);
    assertThat(polling.wanted()).isFalse();
  }

  @Test
  void aRequestThatWaitsAtTheStartIsAnsweredByTheFirstResync() {
    requested("09:00:00Z");
    PollingSteps polling = polling(true);

    assertThat(polling.wanted()).isTrue();
    assertThat(polling.wanted()).isFalse();
  }

  @Test
  void aRequestIsHandledOnceAndANewerOneAgain() {
    PollingSteps polling = polling(false);
    requested("10:00:00Z");
    assertThat(polling.wanted()).isTrue();
    assertThat(polling.wanted()).isFalse();

    requested("10:00:00.001Z");
    assertThat(polling.wanted()).isTrue();
    requested("12:00:00.001+02:00");
    assertThat(polling.wanted()).isFalse();
  }

  /** Whatever the process before this one did; its resync began at 10:00. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "09:59:59Z | completed | false",
        "09:59:59Z | failed    | false",
        "10:00:01Z | completed | true",
        "10:04:00Z | completed | true",
        "09:59:59Z | aborted   | true",
        "09:59:59Z | running   | true"
      })
  void aRequestBeforeTheStartCountsUnlessAResyncThatEndedHasAnsweredIt(
      String time, String status, boolean wanted) {
    requested(time);
    state =
        ("{'status': '%s', 'lastResyncStart': '2026-08-20T10:00:00Z', 'updatedAt':"
                + " '2026-08-20T10:05:00Z'}")
            .formatted(status);

    assertThat(polling(false).wanted()).isEqualTo(wanted);
  }

  @Test
  void beforeAnyRequestTheLastFullResyncOfThisProcessCounts() {
    PollingSteps polling = polling(false);
    assertThat(polling.wanted()).isFalse();
    begun = Optional.of(at("10:00:00Z"));

    requested("09:59:59Z");
    assertThat(polling.wanted()).isFalse();
    requested("10:00:01Z");
    assertThat(polling.wanted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "'x'",
        "{}",
        "{'request': []}",
        "{'request': {'updatedAt': 7}}",
        "{'request': {'updatedAt': 'yesterday'}}"
      })
  void whatCannotBeReadIsNoRequestAndTheNextOneCounts(String answer) {
    PollingSteps polling = polling(false);
    request = answer;
    assertThat(polling.wanted()).isFalse();

    requested("10:00:00Z");
    assertThat(polling.wanted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404})
  void anErrorOnlyPutsTheFirstResyncOff(int error) {
    PollingSteps polling = polling(true);
    status = error;
    assertThat(polling.wanted()).isFalse();

    status = 200;
    assertThat(polling.wanted()).isTrue();
  }

  @Test
  void aPortThatIsAwayOnlyPutsTheFirstResyncOff() {
    PollingSteps polling = polling(true);
    reachable = false;
    assertThat(polling.wanted()).isFalse();

    reachable = true;
    assertThat(polling.wanted()).isTrue();
    assertThat(polling.wanted()).isFalse();
  }
}
