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

import dev.portage.http.Secret;
import dev.portage.trigger.Trigger;
import java.util.List;
import java.util.Locale;

/** Settings of the event listener (contract, section 7.1). */
final class TriggerReader {
  private final SettingValues values;

  TriggerReader(SettingValues values) {
    this.values = values;
  }

  /** What starts a resync. */
  Trigger read() {
    String type = values.choice(TYPE);
    if (!values.yes(SHOULD_RESYNC)) {
      return new Trigger.None(type);
    }
    return switch (type) {
      case "ONCE" -> new Trigger.Once();
      case "WEBHOOK" -> webhook();
      case "KAFKA" -> kafka();
      case "POLLING" ->
          new Trigger.Polling(values.seconds(INTERVAL).orElseThrow(), values.yes(RESYNC_ON_START));
      default -> new Trigger.None(type.toUpperCase(Locale.ROOT));
    };
  }

  private Trigger webhook() {
    if (!values.isSet(APP_HOST)) {
      values.rejectMissing(APP_HOST, "the public address of this installation");
    }
    Secret token = values.optional(TOKEN).map(Secret::new).orElse(null);
    return new Trigger.Webhook(Addresses.base(values, APP_HOST), token);
  }

  private Trigger kafka() {
    List<String> brokers = values.list(BROKERS);
    if (brokers.isEmpty()) {
      values.rejectMissing(BROKERS, "host:port of each broker, with commas between them");
    }
    return new Trigger.Kafka(
        brokers,
        values.text(SECURITY_PROTOCOL),
        values.text(MECHANISM),
        values.yes(SECURITY_ENABLED),
        values.seconds(POLL_TIMEOUT).orElseThrow());
  }
}
