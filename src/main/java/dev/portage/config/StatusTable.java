package dev.portage.config;

import static dev.portage.config.SettingType.ADDRESS;
import static dev.portage.config.SettingType.SECONDS;
import static dev.portage.config.SettingType.YES_NO;

import java.util.List;

/** What Port shows of runs (contract, sections 2.4, 2.6, 4.11 and 4.12). */
final class StatusTable {
  static final Setting SEND_EXAMPLES =
      Setting.of(
              "send_raw_data_examples",
              YES_NO,
              "Whether a few masked items of each kind are shown in Port.")
          .defaultsTo("true");
  static final Setting HTTP_LOGGING =
      Setting.of(
              "application.enable_http_logging",
              YES_NO,
              "Whether the log is shown in Port as well, without secrets.")
          .defaultsTo("true");
  static final Setting HEARTBEAT =
      Setting.of(
              "status_heartbeat_interval_seconds",
              SECONDS,
              "Time between two signs of life while a resync runs.")
          .atLeast(1)
          .defaultsTo("10");
  static final Setting METRICS =
      Setting.of(
              "metrics.enabled",
              YES_NO,
              "Whether what Port is told of each kind goes to `metrics.webhook_url` as well.")
          .defaultsTo("false");
  static final Setting WEBHOOK =
      Setting.of(
              "metrics.webhook_url",
              ADDRESS,
              "Address of your own that takes these events by POST, one in a call, without Port's"
                  + " token.")
          .example("https://metrics.example.com/portage");

  static final List<Setting> ALL =
      List.of(SEND_EXAMPLES, HTTP_LOGGING, HEARTBEAT, METRICS, WEBHOOK);

  private StatusTable() {}
}
