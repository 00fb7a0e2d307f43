package dev.portage.config;

import static dev.portage.config.SettingType.ADDRESS;
import static dev.portage.config.SettingType.CHOICE;
import static dev.portage.config.SettingType.LIST;
import static dev.portage.config.SettingType.SECONDS;
import static dev.portage.config.SettingType.SECRET;
import static dev.portage.config.SettingType.TEXT;
import static dev.portage.config.SettingType.YES_NO;

import java.util.List;

/** What starts a resync (contract, section 7.1). */
final class ListenerTable {
  static final Setting TYPE =
      of("type", CHOICE, "What starts a resync.")
          .oneOf("POLLING", "ONCE", "WEBHOOK", "KAFKA", "WEBHOOKS_ONLY", "ACTIONS_ONLY")
          .defaultsTo("POLLING");
  static final Setting INTERVAL =
      of("interval", SECONDS, "`POLLING`: time between two questions to Port.")
          .atLeast(1)
          .defaultsTo("60");
  static final Setting RESYNC_ON_START =
      of("resync_on_start", YES_NO, "`POLLING`: whether the first resync runs at start.")
          .defaultsTo("true");
  static final Setting SHOULD_RESYNC =
      of("should_resync", YES_NO, "`false`: only the schedule starts a resync.").defaultsTo("true");
  static final Setting APP_HOST =
      of("app_host", ADDRESS, "`WEBHOOK`: public address of this installation.");
  static final Setting TOKEN =
      of("token", SECRET, "Extension, `WEBHOOK`: what a caller of `POST /resync` must present.");
  static final Setting BROKERS = of("brokers", LIST, "`KAFKA`: host and port of each broker.");
  static final Setting SECURITY_PROTOCOL =
      of("security_protocol", TEXT, "`KAFKA`: security protocol.").defaultsTo("SASL_SSL");
  static final Setting MECHANISM =
      of("authentication_mechanism", TEXT, "`KAFKA`: authentication mechanism.")
          .defaultsTo("SCRAM-SHA-512");
  static final Setting SECURITY_ENABLED =
      of("kafka_security_enabled", YES_NO, "`KAFKA`: whether security is on.").defaultsTo("true");
  static final Setting POLL_TIMEOUT =
      of("consumer_poll_timeout", SECONDS, "`KAFKA`: time that one poll waits.").defaultsTo("1");

  static final List<Setting> ALL =
      List.of(
          TYPE,
          INTERVAL,
          RESYNC_ON_START,
          SHOULD_RESYNC,
          APP_HOST,
          TOKEN,
          BROKERS,
          SECURITY_PROTOCOL,
          MECHANISM,
          SECURITY_ENABLED,
          POLL_TIMEOUT);

  private ListenerTable() {}

  private static Setting of(String key, SettingType type, String description) {
    return Setting.of("event_listener." + key, type, description);
  }
}
