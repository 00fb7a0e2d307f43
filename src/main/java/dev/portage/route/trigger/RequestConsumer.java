package dev.portage.route.trigger;

import dev.portage.trigger.BrokerWatch;
import dev.portage.trigger.Offsets;
import dev.portage.trigger.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A Kafka consumer that commits what is over, between two polls: on the only thread that may. A
 * resync never holds up the polling, however long it takes, so the brokers never take the
 * partitions away for that.
 */
final class RequestConsumer extends KafkaConsumer<Object, Object> {
  /** Without messages, a consumer asks its brokers for more every half second. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Subscription subscription;
  private final Offsets offsets;
  private final KafkaConnection connection;
  private final BrokerWatch watch = new BrokerWatch(PATIENCE, Instant.now());
  private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
  private boolean committing;
  private boolean joined;

  RequestConsumer(
      Properties properties,
      Subscription subscription,
      Offsets offsets,
      KafkaConnection connection) {
    super(properties);
    this.subscription = subscription;
    this.offsets = offsets;
    this.connection = connection;
  }

  /** Subscribes to what Port says, whatever the address of the endpoint is. */
  @Override
  public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
    super.subscribe(List.of(subscription.topic()), new Joining(listener));
  }

  @Override
  public ConsumerRecords<Object, Object> poll(Duration timeout) {
    try {
      commit();
      ConsumerRecords<Object, Object> records = super.poll(timeout);
      look();
      return records;
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      connection.broke(e);
      // camel-kafka gives up for good when it sees that a login failed; ours may have been changed.
      throw new KafkaException("the connection is made anew", e);
    }
  }

  /**
   * The first time this commits where reading begins: else a first request, not committed when the
   * process dies, would be lost.
   */
  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
    for (TopicPartition partition : assignment()) {
      OptionalLong position = positionIn(partition);
      if (position.isPresent()) {
        long offset = offsets.committable(partition.toString(), position.getAsLong());
        due.put(partition, new OffsetAndMetadata(offset));
      }
    }
    due.entrySet().removeAll(committed.entrySet());
    if (!due.isEmpty() && !committing) {
      committing = true;
      commitAsync(
          due,
          (done, failure) -> {
            committing = false;
            if (failure == null) {
              committed.putAll(done);
            }
          });
    }
  }

  /** Empty while it is not known where reading begins; a later poll finds out. */
  private OptionalLong positionIn(TopicPartition partition) {
    try {
      return OptionalLong.of(position(partition, Duration.ZERO));
    } catch (TimeoutException e) {
      return OptionalLong.empty();
    }
  }

  private void look() {
    BrokerWatch.Sight sight = new BrokerWatch.Sight(bytesHeard(), joined, assignment().size());
    watch.see(sight, Instant.now()).ifPresent(state -> connection.changed(state, subscription));
  }

  private double bytesHeard() {
    return metrics().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals("incoming-byte-total"))
        .filter(entry -> entry.getKey().group().equals("consumer-metrics"))
        .map(Map.Entry::getValue)
        .map(Metric::metricValue)
        .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : 0)
        .sum();
  }

  /** Sees what the brokers give to us and take away. */
  private final class Joining implements ConsumerRebalanceListener {
    private final ConsumerRebalanceListener next;

    Joining(ConsumerRebalanceListener next) {
      this.next = next;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      joined = true;
      next.onPartitionsAssigned(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      committed.keySet().removeAll(partitions);
      next.onPartitionsRevoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      joined = false;
      committed.keySet().removeAll(partitions);
      next.onPartitionsLost(partitions);
    }
  }
}
