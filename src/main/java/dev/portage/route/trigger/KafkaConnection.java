package dev.portage.route.trigger;

import dev.portage.http.Masker;
import dev.portage.route.call.Failures;
import dev.portage.route.call.Stop;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.KafkaCredentials;
import dev.portage.sink.Organisation;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import dev.portage.trigger.BrokerWatch;
import dev.portage.trigger.KafkaClientSettings;
import dev.portage.trigger.Offsets;
import dev.portage.trigger.Pauses;
import dev.portage.trigger.Subscription;
import dev.portage.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Port's Kafka brokers (contract, section 7.6). Each time it is made, Port is
 * asked for topic, group and login, so that a login that was changed there is taken over; nothing
 * of that is in an address. A failure is said once, and the next attempt waits longer each time.
 */
final class KafkaConnection implements KafkaClientFactory {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaConnection.class);

  /** Polls that are under way end by themselves; nobody has to wait longer for them. */
  private static final int SHUTDOWN_MILLIS = 2_000;

  private final Trigger.Kafka settings;
  private final PortApi api;
  private final PortClient port;
  private final Masker masker;
  private final Offsets offsets = new Offsets();
  private final Failing failing;

  KafkaConnection(Trigger.Kafka settings, PortApi api, PortClient port, Masker masker, Stop stop) {
    this.settings = settings;
    this.api = api;
    this.port = port;
    this.masker = masker;
    this.failing = new Failing(Pauses.USUAL, stop);
  }

  /** camel-kafka, with everything that only we can know left to us. */
  KafkaComponent component() {
    KafkaConfiguration configuration = new KafkaConfiguration();
    configuration.setBrokers(String.join(",", settings.brokers()));
    configuration.setAutoCommitEnable(false);
    // Not that Camel commits by hand either: without this it would take the offsets for its own.
    configuration.setAllowManualCommit(true);
    configuration.setPollTimeoutMs(settings.pollTimeout().toMillis());
    configuration.setPollOnError(PollOnError.RECONNECT);
    configuration.setShutdownTimeout(SHUTDOWN_MILLIS);
    KafkaComponent component = new KafkaComponent();
    component.setConfiguration(configuration);
    component.setKafkaClientFactory(this);
    // Attempts are counted and spaced here.
    component.setCreateConsumerBackoffMaxAttempts(1);
    return component;
  }

  /** Which messages wait for the end of their resync. */
  Offsets offsets() {
    return offsets;
  }

  @Override
  public Consumer<Object, Object> getConsumer(Properties properties) {
    while (failing.pause()) {
      try {
        return connect(properties);
      } catch (PortUnavailable | PortException | KafkaException e) {
        broke(e);
      }
    }
    throw new IllegalStateException("Portage is stopping");
  }

  private Consumer<Object, Object> connect(Properties properties) {
    Organisation organisation = api.organisation().readGet(port.call(api.organisation().get()));
    Subscription subscription =
        Subscription.of(
            organisation.id(),
            organisation.has(Subscription.OWN_TOPIC_FLAG),
            api.type(),
            api.identifier());
    // A copy: Camel shows its own.
    Properties all = new Properties();
    all.putAll(properties);
    all.putAll(KafkaClientSettings.of(settings, subscription));
    all.putAll(login());
    return new RequestConsumer(all, subscription, offsets, this);
  }

  private Map<String, String> login() {
    if (!KafkaClientSettings.needsLogin(settings)) {
      return Map.of();
    }
    KafkaCredentials login =
        api.organisation().readKafkaCredentials(port.call(api.organisation().kafkaCredentials()));
    masker.add(List.of(login.username(), login.password()));
    return KafkaClientSettings.login(settings, login.username(), login.password());
  }

  /** The connection broke, or could not be made. */
  void broke(Exception failure) {
    failing.again("Kafka: " + Failures.words(failure));
  }

  /** The brokers are seen in another state than before. */
  void changed(BrokerWatch.State state, Subscription subscription) {
    switch (state) {
      case CONNECTING -> LOG.debug("Kafka: connecting");
      case SILENT ->
          LOG.warn(
              "Kafka: none of {} answers; expected one that does. It is tried again and again, and resync requests wait for us there",
              settings.brokers());
      case UNASSIGNED ->
          LOG.warn(
              "Kafka: no messages of {} are given to us; another instance seems to read them as {}, or did so up to a minute ago. Expected an OCEAN__INTEGRATION__IDENTIFIER of its own for each instance",
              subscription.topic(),
              subscription.group());
      case LISTENING -> {
        failing.over();
        LOG.info("Kafka: listening to {} as {}", subscription.topic(), subscription.group());
      }
    }
  }

  @Override
  public Producer<Object, Object> getProducer(Properties properties) {
    throw new UnsupportedOperationException("Portage writes no messages");
  }

  @Override
  public String getBrokers(KafkaConfiguration configuration) {
    return configuration.getBrokers();
  }

  /** Failures in a row. For one thread. */
  private static final class Failing {
    private final Pauses pauses;
    private final Stop stop;
    private int times;
    private String said = "";

    Failing(Pauses pauses, Stop stop) {
      this.pauses = pauses;
      this.stop = stop;
    }

    /** Says what is wrong, unless that was said last. */
    void again(String what) {
      times++;
      if (!what.equals(said)) {
        LOG.warn(
            "{}; it is tried again, after {} at most. Resync requests wait for us there",
            what,
            pauses.most());
        said = what;
      }
    }

    void over() {
      times = 0;
      said = "";
    }

    /** Waits as long as the failures so far ask for; false when the process ends. */
    boolean pause() {
      return !stop.isBegun() && (times == 0 || stop.pause(pauses.after(times), Duration.ZERO));
    }
  }
}
