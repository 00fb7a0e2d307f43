package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What starts a resync (contract, section 7.1). */
class TriggerReaderTest extends SettingsFixture {

  @Test
  void readsEveryListener() {
    Map<String, Trigger> expected =
        Map.of(
            "{\"type\": \"ONCE\"}", new Trigger.Once(),
            "{\"type\": \"POLLING\", \"interval\": 30, \"resyncOnStart\": false}",
                new Trigger.Polling(Duration.ofSeconds(30), false),
            "{\"type\": \"WEBHOOK\", \"appHost\": \"https://me.example.com/\"}",
                new Trigger.Webhook("https://me.example.com", null),
            "{\"type\": \"KAFKA\", \"brokers\": \"a:1, b:2\"}",
                new Trigger.Kafka(
                    List.of("a:1", "b:2"),
                    "SASL_SSL",
                    "SCRAM-SHA-512",
                    true,
                    Duration.ofSeconds(1)),
            "{\"type\": \"WEBHOOKS_ONLY\"}", new Trigger.None("WEBHOOKS_ONLY"),
            "{\"type\": \"POLLING\", \"shouldResync\": false}", new Trigger.None("POLLING"));
    expected.forEach(
        (json, trigger) -> {
          environment.put("OCEAN__EVENT_LISTENER", json);
          assertThat(read().trigger()).as(json).isEqualTo(trigger);
        });
  }

  @Test
  void brokersMayBeAJsonArrayInAText() {
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "KAFKA");
    environment.put("OCEAN__EVENT_LISTENER__BROKERS", "[\"a:1\", \"b:2\"]");

    assertThat(((Trigger.Kafka) read().trigger()).brokers()).containsExactly("a:1", "b:2");
  }

  @Test
  void onceOnTheCommandLineWinsOverEverything() {
    environment.put("OCEAN__EVENT_LISTENER", "{\"type\": \"KAFKA\"}");
    options.add(CommandLineValue.once());

    assertThat(read().trigger()).isEqualTo(new Trigger.Once());
  }
}
