package dev.portage.route.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.portage.route.call.JsonBody;
import dev.portage.trigger.Offsets;
import dev.portage.trigger.ResyncMessage;
import dev.portage.trigger.Scope;
import dev.portage.trigger.Subscription;
import dev.portage.trigger.Wishes;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code trigger-kafka} (contract, section 7.6). */
public final class KafkaSteps {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSteps.class);

  private final String identifier;
  private final Offsets offsets;
  private final Wishes wishes;

  KafkaSteps(String identifier, Offsets offsets, Wishes wishes) {
    this.identifier = identifier;
    this.offsets = offsets;
    this.wishes = wishes;
  }

  /** Whether the message asks this installation for a resync. */
  public boolean asked(@Body @Nullable String message, @Header(KafkaConstants.TOPIC) String topic) {
    if (message == null) {
      return false;
    }
    try {
      return ResyncMessage.asks(
          JsonBody.MAPPER.readTree(message), identifier, Subscription.isRequestsOnly(topic));
    } catch (JsonProcessingException e) {
      LOG.debug("A message of {} is no JSON", topic);
      return false;
    }
  }

  /** A full resync is wanted; the message is not committed before that has ended. */
  public void wish(Message message) {
    String partition =
        new TopicPartition(
                message.getHeader(KafkaConstants.TOPIC, String.class),
                message.getHeader(KafkaConstants.PARTITION, Integer.class))
            .toString();
    long offset = message.getHeader(KafkaConstants.OFFSET, Long.class);
    message.setBody(null);
    message.removeHeaders("*");
    if (offsets.open(partition, offset)) {
      LOG.info("Kafka: a resync is wanted ({}, offset {})", partition, offset);
      wishes.add(Scope.EVERYTHING, () -> offsets.done(partition, offset));
    }
  }
}
