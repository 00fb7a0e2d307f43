package dev.portage.route.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import dev.portage.http.Masker;
import dev.portage.http.Redaction;
import dev.portage.http.Secret;
import dev.portage.route.port.PortUnavailable;
import dev.portage.route.run.StatusUpdate;
import dev.portage.sink.KindMetrics;
import dev.portage.sink.Peak;
import dev.portage.sink.PortApi;
import dev.portage.sink.SyncState;
import dev.portage.sink.SyncedKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Updates on their way, and which calls become of them. */
class StatusQueueTest {
  private static final PortApi API =
      new PortApi("https://api.test", "id", new Secret("secret"), "custom", "acme", "1");

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final StatusQueue queue = new StatusQueue(this::enqueue);

  private void enqueue(StatusUpdate update) {
    Exchange exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(update);
    queue.backlog().add(exchange);
  }

  private static StatusUpdate ended(int index) {
    return new StatusUpdate.OfKind("run", metrics(index));
  }

  private static KindMetrics metrics(int index) {
    return new KindMetrics(
        SyncedKind.of("/x", index, null),
        SyncState.COMPLETED,
        Duration.ZERO,
        Map.of(),
        Peak.UNKNOWN);
  }

  @Test
  void aFullQueueLosesWhatSaysNothingLastingAndCountsIt() throws Exception {
    // Given a queue that nobody empties
    for (int i = 0; i < 900; i++) {
      queue.tell(new StatusUpdate.Heartbeat("run"));
    }

    // When
    for (int i = 0; i < 600; i++) {
      queue.tell(ended(i));
    }

    // Then every end is there, and 500 signs of life are not
    List<Object> left = queue.backlog().stream().map(e -> e.getMessage().getBody()).toList();
    assertThat(left).hasSize(1000).filteredOn(StatusUpdate.OfKind.class::isInstance).hasSize(600);
    assertThat(queue.losses()).contains("500 times, the last time: too many waited");
    assertThat(queue.losses()).isEmpty();
    assertThat(queue.await(Duration.ofMillis(1))).isFalse();
  }

  @Test
  void whoWaitsGoesOnWhenAllIsSettled() throws Exception {
    queue.tell(ended(0));
    queue.tell(ended(1));

    queue.settled();
    assertThat(queue.await(Duration.ofMillis(1))).isFalse();
    queue.settled();
    assertThat(queue.await(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void anUpdateThatCannotBeHandedOverIsLostAndNotWaitedFor() throws Exception {
    StatusQueue stopped =
        new StatusQueue(
            update -> {
              throw new IllegalStateException("stopped");
            });

    stopped.tell(ended(0));

    assertThat(stopped.losses()).contains("1 times, the last time: stopped");
    assertThat(stopped.await(Duration.ofMillis(1))).isTrue();
  }

  private TellSteps tell(String integration) {
    IngestAddresses addresses =
        new IngestAddresses(API, request -> new ApiResponse(200, Headers.NONE, json(integration)));
    return new TellSteps(queue, API.status(), addresses, new Redaction(new Masker()));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void wherePortTakesNoMetricsNoneAreSent() {
    TellSteps tell = tell("{'integration': {'metricAttributes': null}}");

    assertThat(tell.eachCall(ended(0))).isEmpty();
    assertThat(queue.losses()).isEmpty();
  }

  @Test
  void noTokenGoesToAnAddressInTheClear() {
    TellSteps clear = tell("{'integration':{'metricAttributes':{'ingestUrl':'http://i.test/m'}}}");
    TellSteps secure = tell("{'integration':{'metricAttributes':{'ingestUrl':'https://i.test'}}}");

    assertThat(clear.eachCall(ended(0))).extracting(StatusRequest::signed).containsExactly(false);
    assertThat(secure.eachCall(ended(0))).extracting(StatusRequest::signed).containsExactly(true);
  }

  @Test
  void anAddressOfOnesOwnHearsOfEachKindAndNothingElse() {
    TellSteps tell =
        tell("{'integration':{'metricAttributes':{'ingestUrl':'https://i.test'}}}")
            .alsoTo("https://mine.test/hook");
    StatusUpdate both = new StatusUpdate.OfKinds("run", List.of(metrics(0), metrics(1)));

    assertThat(tell.eachCall(both))
        .extracting(call -> call.request().url() + " " + call.signed())
        .containsExactly(
            "https://i.test/syncMetrics true",
            "https://mine.test/hook false",
            "https://mine.test/hook false");
    assertThat(tell.eachCall(new StatusUpdate.Heartbeat("run"))).hasSize(1);
  }

  @Test
  void aPortThatDoesNotSayWhereToIsNotAskedAgainAtOnce() {
    int[] asked = {0};
    IngestAddresses addresses =
        new IngestAddresses(
            API,
            request -> {
              asked[0]++;
              throw new PortUnavailable("no answer", null);
            });
    TellSteps tell =
        new TellSteps(queue, API.status(), addresses, new Redaction(new Masker()))
            .alsoTo("https://mine.test/hook");

    assertThat(tell.eachCall(ended(0))).extracting(StatusRequest::signed).containsExactly(false);
    assertThat(tell.eachCall(ended(1))).hasSize(1);

    assertThat(asked[0]).isEqualTo(1);
    assertThat(queue.losses()).contains("2 times, the last time: Port did not say where to");
  }
}
