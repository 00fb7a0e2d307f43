package dev.portage.route.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusJsonTest {

  @Test
  void theProcessIsThereWithEveryKind() {
    // When
    JsonNode json =
        new StatusJson(Samples.idle(Samples.complete("teams", "/teams \"x\"", 9_000))).process();
    // Then
    assertThat(json.path("identifier").asText()).isEqualTo("acme-services");
    assertThat(json.path("phase").asText()).isEqualTo("idle");
    assertThat(json.path("run").isNull()).isTrue();
    assertThat(json.at("/last_run/result").asText()).isEqualTo("incomplete");
    assertThat(json.at("/kinds/0/kind").asText()).isEqualTo("/teams \"x\"");
    assertThat(json.at("/kinds/0/counts/read").asLong()).isEqualTo(9_000);
    assertThat(json.at("/kinds/0/state").asText()).isEqualTo("complete");
    assertThat(json.at("/port/ready").asBoolean()).isTrue();
  }

  @Test
  void aRunShowsHowFarItIs() {
    // When
    JsonNode json =
        new StatusJson(
                Samples.running(
                    Samples.in(KindState.RUNNING, "a", "/a"),
                    Samples.in(KindState.PENDING, "b", "/b")))
            .process();
    // Then
    assertThat(json.at("/run/kinds").asLong()).isEqualTo(2);
    assertThat(json.at("/run/kinds_done").asLong()).isZero();
    assertThat(json.path("last_run").isNull()).isTrue();
  }

  @Test
  void aKindHasItsDetails() {
    // Given
    KindStatus kind = Samples.incomplete("members", "/members", "page 3: answered 500");
    // When
    JsonNode json = new StatusJson(Samples.idle(kind)).kind(kind);
    // Then
    assertThat(json.at("/requests/0/status").asInt()).isEqualTo(429);
    assertThat(json.at("/requests/0/endpoint").asText()).isEqualTo("/api/v1/{team}/members");
    assertThat(json.at("/expressions/1/failures").asLong()).isEqualTo(3);
    assertThat(json.at("/waited_ms/rate_limit").asLong()).isEqualTo(12_340);
    assertThat(json.at("/history/0/result").asText()).isEqualTo("complete");
    assertThat(json.at("/reasons/0").asText()).isEqualTo("page 3: answered 500");
    assertThat(json.at("/deletion_withheld").asText()).contains("not proven complete");
  }

  @Test
  void whileNothingHappensTheDocumentStaysTheSame() {
    // Given
    Snapshot now = Samples.idle(Samples.complete("teams", "/teams", 9_000));
    Snapshot later = new Snapshot(now.status(), now.kinds(), now.now().plus(Duration.ofHours(1)));
    // When, Then
    assertThat(new StatusJson(later).process()).isEqualTo(new StatusJson(now).process());
  }
}
