package dev.portage.trigger;

import dev.portage.http.Secret;
import java.util.HashMap;
import java.util.Map;

/** The settings of a Kafka client, in Kafka's own words (contract, section 7.6). */
public final class KafkaClientSettings {
  private static final String NO_LOGIN = "PLAINTEXT";

  private KafkaClientSettings() {}

  /** What every consumer of a subscription has, without its login. */
  public static Map<String, String> of(Trigger.Kafka kafka, Subscription subscription) {
    Map<String, String> all = new HashMap<>();
    all.put("bootstrap.servers", String.join(",", kafka.brokers()));
    all.put("group.id", subscription.group());
    all.put("client.id", subscription.group());
    all.put("enable.auto.commit", "false");
    // What was asked before the very first start is answered by that start.
    all.put("auto.offset.reset", "latest");
    all.put("allow.auto.create.topics", "false");
    all.put(
        "partition.assignment.strategy",
        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    all.put("reconnect.backoff.ms", "1000");
    all.put("reconnect.backoff.max.ms", "60000");
    all.put("security.protocol", kafka.securityEnabled() ? kafka.securityProtocol() : NO_LOGIN);
    return all;
  }

  /** Whether the brokers want a login. */
  public static boolean needsLogin(Trigger.Kafka kafka) {
    return kafka.securityEnabled() && kafka.securityProtocol().startsWith("SASL_");
  }

  /** The login; it belongs into the client alone, never into an address or a log. */
  public static Map<String, String> login(Trigger.Kafka kafka, Secret username, Secret password) {
    String mechanism = kafka.authenticationMechanism();
    String module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
    String jaas =
        "org.apache.kafka.common.security.%s required username=%s password=%s;"
            .formatted(module, quoted(username), quoted(password));
    return Map.of("sasl.mechanism", mechanism, "sasl.jaas.config", jaas);
  }

  private static String quoted(Secret secret) {
    return '"' + secret.reveal().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
