package dev.portage.config;

import static dev.portage.config.SettingType.ADDRESS;
import static dev.portage.config.SettingType.CHOICE;
import static dev.portage.config.SettingType.LIST;
import static dev.portage.config.SettingType.SECONDS;
import static dev.portage.config.SettingType.SECRET;
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
      of("resync_on_start", YES_NO, "`POLLING`: whether the first resync waits for nobody.")
          .defaultsTo("true");
  static final Setting SHOULD_RESYNC =
      of("should_resync", YES_NO, "`false`: only a schedule starts a resync.").defaultsTo("true");
  static final Setting APP_HOST =
      of(
              "app_host",
              ADDRESS,
              "`WEBHOOK`, required there: public address of this installation; Port is told to call `/resync` below it.")
          .example("https://portage.example.com");
  static final Setting TOKEN =
      of(
              "token",
              SECRET,
              "Extension, `WEBHOOK`: what a caller of `POST /resync` must present as `Authorization: Bearer ...`.")
          .example("{{ from env RESYNC_TOKEN }}");
  static final Setting BROKERS =
      of(
              "brokers",
              LIST,
              "`KAFKA`: `host:port` of each broker. Without them Port is asked instead, as with `POLLING`.")
          .example("[broker-1.example.com:9196, broker-2.example.com:9196]");
  static final Setting SECURITY_PROTOCOL =
      of("security_protocol", CHOICE, "`KAFKA`: how the connection is secured.")
          .oneOf("SASL_SSL", "SASL_PLAINTEXT", "SSL", "PLAINTEXT")
          .defaultsTo("SASL_SSL");
  static final Setting MECHANISM =
      of("authentication_mechanism", CHOICE, "`KAFKA`: how the login goes.")
          .oneOf("SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN")
          .defaultsTo("SCRAM-SHA-512");
  static final Setting SECURITY_ENABLED =
      of("kafka_security_enabled", YES_NO, "`KAFKA`: `false` for a plain connection without login.")
          .defaultsTo("true");
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
