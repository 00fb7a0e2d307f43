package dev.portage.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {

  @Test
  void portIsToldHowToAskForAResync() {
    assertThat(new Trigger.Once().changelogDestination()).isEmpty();
    assertThat(new Trigger.None("WEBHOOKS_ONLY").changelogDestination()).isEmpty();
    assertThat(new Trigger.Polling(Duration.ofSeconds(60), true).changelogDestination()).isEmpty();
    assertThat(
            new Trigger.Kafka(List.of("a:1"), "SASL_SSL", "PLAIN", true, Duration.ofSeconds(1))
                .changelogDestination())
        .hasToString("{\"type\":\"KAFKA\"}");
    assertThat(new Trigger.Webhook("https://me.example.com", null).changelogDestination())
        .hasToString("{\"type\":\"WEBHOOK\",\"url\":\"https://me.example.com/resync\"}");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Bearer s3cret,   true",
        "bearer s3cret,   true",
        "'Bearer  s3cret ', true",
        "Bearer s3cre,    false",
        "Bearer s3cret2,  false",
        "Bearer,          false",
        "'Bearer ',       false",
        "Basic s3cret,    false",
        "s3cret,          false",
        "'',              false",
        "-,               false"
      })
  void aTokenHasToBePresented(String authorization, boolean admitted) {
    Trigger.Webhook webhook = new Trigger.Webhook("https://me", new Secret("s3cret"));

    assertThat(webhook.admits(authorization)).isEqualTo(admitted);
  }

  @Test
  void withoutATokenAnybodyMayCall() {
    assertThat(new Trigger.Webhook("https://me", null).admits(null)).isTrue();
    assertThat(new Trigger.Webhook("https://me", null).admits("Bearer any")).isTrue();
  }
}
