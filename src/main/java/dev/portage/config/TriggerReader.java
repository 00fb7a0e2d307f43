package dev.portage.config;

import static dev.portage.config.ListenerTable.APP_HOST;
import static dev.portage.config.ListenerTable.BROKERS;
import static dev.portage.config.ListenerTable.INTERVAL;
import static dev.portage.config.ListenerTable.MECHANISM;
import static dev.portage.config.ListenerTable.POLL_TIMEOUT;
import static dev.portage.config.ListenerTable.RESYNC_ON_START;
import static dev.portage.config.ListenerTable.SECURITY_ENABLED;
import static dev.portage.config.ListenerTable.SECURITY_PROTOCOL;
import static dev.portage.config.ListenerTable.SHOULD_RESYNC;
import static dev.portage.config.ListenerTable.TOKEN;
import static dev.portage.config.ListenerTable.TYPE;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.http.Secret;
import dev.portage.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Settings of the event listener (contract, section 7.1). */
final class TriggerReader {
  private static final Pattern BROKER = Pattern.compile("[^\\s/@]+:\\d{1,5}");
  private static final String BROKERS_EXPECTED =
      "host:port of each broker, with commas between them";

  private final SettingValues values;
  private final List<String> warnings = new ArrayList<>();

  TriggerReader(SettingValues values) {
    this.values = values;
  }

  /** What is no mistake but should be said; complete after {@link #read}. */
  List<String> warnings() {
    return warnings;
  }

  /** What starts a resync. */
  Trigger read() {
    String type = values.choice(TYPE);
    if (!values.yes(SHOULD_RESYNC)) {
      return withoutResyncs(type);
    }
    return switch (type) {
      case "ONCE" -> new Trigger.Once();
      case "WEBHOOK" -> webhook();
      case "KAFKA" -> kafka();
      case "POLLING" -> polling();
      default -> none(TYPE, type, type);
    };
  }

  private Trigger withoutResyncs(String type) {
    if (type.equals("ONCE")) {
      values.reject(
          SHOULD_RESYNC, "is false, and ONCE does nothing but a resync", "true, or another type");
    }
    return none(SHOULD_RESYNC, "false", type);
  }

  private Trigger none(Setting setting, String value, String type) {
    warnings.add(
        "%s: %s starts no resync; only %s and selector.schedule in the mapping do"
            .formatted(
                values.where(setting), value, RunTable.SCHEDULED_RESYNC_INTERVAL.variable()));
    return new Trigger.None(type);
  }

  private Trigger polling() {
    return new Trigger.Polling(values.seconds(INTERVAL).orElseThrow(), values.yes(RESYNC_ON_START));
  }

  private Trigger webhook() {
    if (!values.isSet(APP_HOST)) {
      values.rejectMissing(APP_HOST, "the public address of this installation");
    }
    Secret token = values.optional(TOKEN).map(Secret::new).orElse(null);
    return new Trigger.Webhook(Addresses.base(values, APP_HOST), token);
  }

  /** The chart's default is KAFKA without brokers, and those of Port are not known to us. */
  private Trigger kafka() {
    List<String> brokers = values.list(BROKERS);
    if (brokers.isEmpty()) {
      warnings.add(
          "%s: KAFKA needs %s, which is not set; Port is asked every %s s instead"
              .formatted(
                  values.where(TYPE),
                  BROKERS.variable(),
                  values.seconds(INTERVAL).orElseThrow().toSeconds()));
      return polling();
    }
    brokers.stream()
        .filter(broker -> !BROKER.matcher(broker).matches())
        .map(TextNode::valueOf)
        .forEach(broker -> values.reject(BROKERS, "has " + Texts.shown(broker), BROKERS_EXPECTED));
    return new Trigger.Kafka(
        brokers,
        values.choice(SECURITY_PROTOCOL),
        values.choice(MECHANISM),
        values.yes(SECURITY_ENABLED),
        values.seconds(POLL_TIMEOUT).orElseThrow());
  }
}
