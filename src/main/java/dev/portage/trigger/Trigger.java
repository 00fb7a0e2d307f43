package dev.portage.trigger;

import dev.portage.http.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What starts a resync (contract, section 7.1). */
public sealed interface Trigger {

  /** One resync, then the end. */
  record Once() implements Trigger {}

  /**
   * Port is asked again and again whether somebody wants a resync.
   *
   * @param interval between two questions
   * @param resyncOnStart whether the first resync waits for nobody
   */
  record Polling(Duration interval, boolean resyncOnStart) implements Trigger {}

  /**
   * Port, or anybody, calls.
   *
   * @param appHost the public address of this installation
   * @param token what a caller must present; null when anybody may call
   */
  record Webhook(String appHost, @Nullable Secret token) implements Trigger {}

  /**
   * Port's Kafka topic is read.
   *
   * @param brokers host and port of each
   */
  record Kafka(
      List<String> brokers,
      String securityProtocol,
      String authenticationMechanism,
      boolean securityEnabled,
      Duration pollTimeout)
      implements Trigger {}

  /** Nothing but the schedule starts a resync. */
  record None(String type) implements Trigger {}
}
