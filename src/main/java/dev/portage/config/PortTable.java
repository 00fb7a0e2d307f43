package dev.portage.config;

import static dev.portage.config.SettingType.ADDRESS;
import static dev.portage.config.SettingType.SECRET;
import static dev.portage.config.SettingType.TEXT;
import static dev.portage.config.SettingType.YES_NO;

import java.util.List;

/** How Port is reached, and who we are there (contract, section 2.4). */
final class PortTable {
  static final Setting CLIENT_ID =
      Setting.of("port.client_id", SECRET, "Client id of the Port API.")
          .always()
          .example("{{ from env PORT_CLIENT_ID }}");
  static final Setting CLIENT_SECRET =
      Setting.of("port.client_secret", SECRET, "Client secret of the Port API.")
          .always()
          .example("{{ from env PORT_CLIENT_SECRET }}");
  static final Setting BASE_URL =
      Setting.of(
              "port.base_url",
              ADDRESS,
              "Address of the Port API; `https://api.us.getport.io` for the US region. Slashes and"
                  + " `/v1` at its end are removed.")
          .defaultsTo("https://api.getport.io");
  static final Setting VERIFY_TLS =
      Setting.of("ssl.port.verify", YES_NO, "Whether certificates of the Port API are checked.")
          .defaultsTo("true");
  static final Setting IDENTIFIER =
      Setting.of(
              "integration.identifier",
              TEXT,
              "Name of this installation; part of the ownership of entities.")
          .defaultsTo("my-custom-integration");
  static final Setting TYPE =
      Setting.of("integration.type", TEXT, "Type of the integration, read in lower case.")
          .defaultsTo("custom");

  static final List<Setting> ALL =
      List.of(CLIENT_ID, CLIENT_SECRET, BASE_URL, VERIFY_TLS, IDENTIFIER, TYPE);

  private PortTable() {}
}
