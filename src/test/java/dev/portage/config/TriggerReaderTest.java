package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void withoutBrokersPortIsAskedInsteadAndThatIsSaid() {
    environment.put("OCEAN__EVENT_LISTENER", "{\"type\": \"KAFKA\"}");

    assertThat(read().trigger()).isEqualTo(new Trigger.Polling(Duration.ofSeconds(60), true));
    assertThat(read().warnings())
        .containsExactly(
            "type in OCEAN__EVENT_LISTENER: KAFKA needs OCEAN__EVENT_LISTENER__BROKERS, which is not"
                + " set; Port is asked every 60 s instead");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'ACTIONS_ONLY'} | type in OCEAN__EVENT_LISTENER: ACTIONS_ONLY starts no resync;",
        "{'type': 'WEBHOOKS_ONLY'} | type in OCEAN__EVENT_LISTENER: WEBHOOKS_ONLY starts no resync;",
        "{'shouldResync': false} | shouldResync in OCEAN__EVENT_LISTENER: false starts no resync;",
        "{'should_resync': false, 'type': 'KAFKA'} | should_resync in OCEAN__EVENT_LISTENER: false starts"
      })
  void whatStartsNoResyncIsExplained(String json, String warning) {
    environment.put("OCEAN__EVENT_LISTENER", json.replace('\'', '"'));

    assertThat(read().trigger()).isInstanceOf(Trigger.None.class);
    assertThat(read().warnings())
        .singleElement()
        .asString()
        .startsWith(warning)
        .endsWith("only OCEAN__SCHEDULED_RESYNC_INTERVAL and selector.schedule in the mapping do");
  }

  @Test
  void keysOfAListenerMayBeWrittenInBothWays() {
    String keys =
        "\"type\": \"KAFKA\", \"brokers\": \"a:1\", \"%s\": \"PLAINTEXT\", \"%s\": \"PLAIN\", \"%s\":"
            + " false, \"%s\": 3";
    Trigger expected =
        new Trigger.Kafka(List.of("a:1"), "PLAINTEXT", "PLAIN", false, Duration.ofSeconds(3));

    environment.put(
        "OCEAN__EVENT_LISTENER",
        ("{" + keys + "}")
            .formatted(
                "securityProtocol",
                "authenticationMechanism",
                "kafkaSecurityEnabled",
                "consumerPollTimeout"));
    assertThat(read().trigger()).isEqualTo(expected);

    environment.put(
        "OCEAN__EVENT_LISTENER",
        ("{" + keys + "}")
            .formatted(
                "security_protocol",
                "authentication_mechanism",
                "kafka_security_enabled",
                "consumer_poll_timeout"));
    assertThat(read().trigger()).isEqualTo(expected);
  }

  @Test
  void onceOnTheCommandLineWinsOverEverything() {
    environment.put("OCEAN__EVENT_LISTENER", "{\"type\": \"KAFKA\"}");
    options.add(CommandLineValue.once());

    assertThat(read().trigger()).isEqualTo(new Trigger.Once());
  }
}
