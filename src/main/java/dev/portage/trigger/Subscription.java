package dev.portage.trigger;

/**
 * What an installation reads of Port's Kafka brokers (contract, section 7.6).
 *
 * @param topic with the requests
 * @param group by which the brokers know how far the installation has read
 */
public record Subscription(String topic, String group) {

  /** The organisation's flag that puts resync requests into a topic of their own. */
  public static final String OWN_TOPIC_FLAG =
      "OCEAN_KAFKA_INTEGRATION_RESYNC_REQUESTS_TOPIC_ENABLED";

  private static final String OWN_TOPIC = ".integration.resync.requests";
  private static final String ALL_CHANGES = ".change.log";

  /**
   * The subscription of one installation.
   *
   * @param ownTopic whether resync requests have a topic of their own
   */
  public static Subscription of(
      String organisation, boolean ownTopic, String type, String identifier) {
    return new Subscription(
        organisation + (ownTopic ? OWN_TOPIC : ALL_CHANGES),
        organisation + "." + type + "." + identifier);
  }

  /** Whether a topic holds nothing but resync requests. */
  public static boolean isRequestsOnly(String topic) {
    return topic.endsWith(OWN_TOPIC);
  }
}
