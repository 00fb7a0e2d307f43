package dev.portage.config;

import static dev.portage.config.SettingType.LIST;
import static dev.portage.config.SettingType.SECRET;
import static dev.portage.config.SettingType.TEXT;
import static dev.portage.config.SettingType.WHOLE;

import java.util.List;

/** The HTTP listener: where it is, and who may ask there (ADR 0017). */
final class HttpTable {
  static final Setting PORT =
      Setting.of(
              "application.port",
              WHOLE,
              "Port of the HTTP listener, which every event listener but `ONCE` opens; 0 for any"
                  + " free one.")
          .between(0, 65_535)
          .defaultsTo("8000");
  static final Setting HOST =
      Setting.of(
              "http.host",
              TEXT,
              "Extension: address on which the HTTP listener can be reached; `0.0.0.0` for all of"
                  + " this machine.")
          .ours()
          .defaultsTo("127.0.0.1");
  static final Setting TOKEN =
      Setting.of(
              "http.token",
              SECRET,
              "Extension: what a caller must present, as `Authorization: Bearer ...` or as the"
                  + " password of any user. Without it the status page, Hawtio and metrics answer"
                  + " on loopback addresses only.")
          .ours()
          .example("{{ from env PORTAGE_TOKEN }}");
  static final Setting PUBLIC =
      Setting.of(
              "http.public",
              LIST,
              "Extension: what can be read without the token: `health` (always), `metrics`, `page`"
                  + " (the status page).")
          .ours()
          .defaultsTo("health")
          .example("[health, metrics]");
  static final Setting ALLOWED_HOSTS =
      Setting.of(
              "http.allowed_hosts",
              LIST,
              "Extension: further names by which callers may know this listener (header `Host`)."
                  + " Bound to loopback, it answers to loopback names alone without them; else to"
                  + " every name.")
          .ours()
          .example("[portage.example.com]");

  static final Setting PATH_PREFIX =
      Setting.of(
              "path_prefix",
              TEXT,
              "Path below which `/health/live`, `/health/ready` and `/metrics` are; nothing else"
                  + " moves, `/resync` neither.")
          .example("/ocean");

  static final List<Setting> ALL = List.of(PORT, HOST, TOKEN, PUBLIC, ALLOWED_HOSTS, PATH_PREFIX);

  private HttpTable() {}
}
