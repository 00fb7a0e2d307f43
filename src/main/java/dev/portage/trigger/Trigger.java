package dev.portage.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What starts a resync (contract, section 7.1). */
public sealed interface Trigger {

  /**
   * How Port is told to ask for a resync (contract, section 4.4).
   *
   * @return an empty object where Port need not tell us anything, since it is asked
   */
  default ObjectNode changelogDestination() {
    return JsonNodeFactory.instance.objectNode();
  }

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
   * Port, or anybody, calls {@code POST /resync}.
   *
   * @param appHost the public address of this installation, without a slash at its end
   * @param token what a caller must present; null when anybody may call
   */
  record Webhook(String appHost, @Nullable Secret token) implements Trigger {
    private static final String SCHEME = "Bearer ";

    @Override
    public ObjectNode changelogDestination() {
      return Trigger.super
          .changelogDestination()
          .put("type", "WEBHOOK")
          .put("url", appHost + "/resync");
    }

    /**
     * Whether a caller may ask for a resync.
     *
     * @param authorization the header of that name; null when there is none
     */
    public boolean admits(@Nullable String authorization) {
      if (token == null) {
        return true;
      }
      String presented = presented(authorization);
      // The time that this takes says nothing about the token.
      return MessageDigest.isEqual(
          presented.getBytes(StandardCharsets.UTF_8),
          token.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static String presented(@Nullable String authorization) {
      if (authorization == null
          || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
        return "";
      }
      return authorization.substring(SCHEME.length()).strip();
    }
  }

  /**
   * Port's Kafka topic is read.
   *
   * @param brokers host and port of each
   * @param securityProtocol as Kafka calls it: {@code SASL_SSL}, {@code SASL_PLAINTEXT}, {@code
   *     SSL} or {@code PLAINTEXT}; without effect when security is off
   * @param authenticationMechanism as Kafka calls it
   * @param securityEnabled when false, the connection is plain and nobody logs in
   * @param pollTimeout how long one question for new messages waits
   */
  record Kafka(
      List<String> brokers,
      String securityProtocol,
      String authenticationMechanism,
      boolean securityEnabled,
      Duration pollTimeout)
      implements Trigger {
    @Override
    public ObjectNode changelogDestination() {
      return Trigger.super.changelogDestination().put("type", "KAFKA");
    }
  }

  /**
   * Nothing but a schedule starts a resync.
   *
   * @param type what was asked for instead
   */
  record None(String type) implements Trigger {}
}
