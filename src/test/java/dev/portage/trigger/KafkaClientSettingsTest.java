package dev.portage.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract, section 7.6. */
class KafkaClientSettingsTest {
  private static final Subscription SUBSCRIPTION =
      new Subscription("org.change.log", "org.custom.me");

  private static Trigger.Kafka kafka(String protocol, String mechanism, boolean secured) {
    return new Trigger.Kafka(
        List.of("a:1", "b:2"), protocol, mechanism, secured, Duration.ofSeconds(1));
  }

  @Test
  void aConsumerCommitsByItselfAndCreatesNothing() {
    assertThat(KafkaClientSettings.of(kafka("SASL_SSL", "SCRAM-SHA-512", true), SUBSCRIPTION))
        .containsEntry("bootstrap.servers", "a:1,b:2")
        .containsEntry("group.id", "org.custom.me")
        .containsEntry("enable.auto.commit", "false")
        .containsEntry("auto.offset.reset", "latest")
        .containsEntry("allow.auto.create.topics", "false")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry(
            "partition.assignment.strategy",
            "org.apache.kafka.clients.consumer.CooperativeStickyAssignor")
        .doesNotContainKey("sasl.jaas.config");
  }

  @ParameterizedTest
  @CsvSource({
    "SASL_SSL,       true,  SASL_SSL,       true",
    "SASL_PLAINTEXT, true,  SASL_PLAINTEXT, true",
    "SSL,            true,  SSL,            false",
    "PLAINTEXT,      true,  PLAINTEXT,      false",
    "SASL_SSL,       false, PLAINTEXT,      false"
  })
  void theProtocolSaysWhetherThereIsALogin(
      String protocol, boolean secured, String used, boolean login) {
    Trigger.Kafka kafka = kafka(protocol, "SCRAM-SHA-512", secured);

    assertThat(KafkaClientSettings.of(kafka, SUBSCRIPTION))
        .containsEntry("security.protocol", used);
    assertThat(KafkaClientSettings.needsLogin(kafka)).isEqualTo(login);
  }

  @ParameterizedTest
  @CsvSource({
    "SCRAM-SHA-512, scram.ScramLoginModule",
    "SCRAM-SHA-256, scram.ScramLoginModule",
    "PLAIN,         plain.PlainLoginModule"
  })
  void theMechanismSaysHowTheLoginGoes(String mechanism, String module) {
    assertThat(
            KafkaClientSettings.login(
                kafka("SASL_SSL", mechanism, true), new Secret("u"), new Secret("p\\\"q")))
        .containsEntry("sasl.mechanism", mechanism)
        .containsEntry(
            "sasl.jaas.config",
            "org.apache.kafka.common.security."
                + module
                + " required username=\"u\" password=\"p\\\\\\\"q\";");
  }
}
