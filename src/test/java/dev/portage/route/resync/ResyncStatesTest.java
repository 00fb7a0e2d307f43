package dev.portage.route.resync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import dev.portage.http.Secret;
import dev.portage.reconcile.RunResult;
import dev.portage.route.call.JsonBody;
import dev.portage.sink.PortApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Port hears of a resync's begin and end (contract, section 4.5). */
class ResyncStatesTest {
  private static final PortApi API =
      new PortApi("https://port.test", "id", new Secret("s"), "custom", "me", "1");

  private final List<String> told = new ArrayList<>();
  private final ResyncStates states = new ResyncStates(API, this::answer, null);

  private ApiResponse answer(ApiRequest call) {
    ApiRequest.Json body = (ApiRequest.Json) call.body();
    told.add(body.value().path("status").asText());
    return new ApiResponse(200, Headers.NONE, JsonBody.MAPPER.createObjectNode());
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(new RunResult.Complete(), "completed"),
        Arguments.of(new RunResult.Incomplete(List.of("page 2 answered 403")), "failed"),
        Arguments.of(new RunResult.Failed("the mapping cannot be read"), "failed"),
        Arguments.of(new RunResult.Aborted(), "aborted"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void anEndIsToldAsWhatItIs(RunResult end, String status) {
    states.running(Instant.now());

    states.ended(end);

    assertThat(told).containsExactly("running", status);
  }

  /** A resync that is stopped may come to its end before who stops it has told Port. */
  @Test
  void oneEndIsToldForEachBegin() {
    states.running(Instant.now());
    states.ended(new RunResult.Aborted());
    states.ended(new RunResult.Aborted());

    assertThat(told).containsExactly("running", "aborted");
  }

  @Test
  void noEndIsToldOfWhatPortDoesNotKnow() {
    states.ended(new RunResult.Complete());

    assertThat(told).isEmpty();
  }
}
