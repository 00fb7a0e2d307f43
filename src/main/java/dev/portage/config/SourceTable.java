package dev.portage.config;

import static dev.portage.config.SettingType.ADDRESS;
import static dev.portage.config.SettingType.CHOICE;
import static dev.portage.config.SettingType.LIST;
import static dev.portage.config.SettingType.PASSWORD;
import static dev.portage.config.SettingType.SECONDS;
import static dev.portage.config.SettingType.SECRET;
import static dev.portage.config.SettingType.TEXT;
import static dev.portage.config.SettingType.TEXTS;
import static dev.portage.config.SettingType.WHOLE;
import static dev.portage.config.SettingType.YES_NO;

import java.util.List;

/** How the source API is reached (contract, section 2.5). */
final class SourceTable {
  static final String ROOT = "integration.config.";

  static final Setting BASE_URL =
      of("base_url", ADDRESS, "Address of the source API; a path in it goes in front of each kind.")
          .always()
          .example("https://api.example.com/v2");
  static final Setting AUTH_TYPE =
      of("auth_type", CHOICE, "How requests prove who sends them. `basic_auth` means `basic`.")
          .oneOf("none", "bearer_token", "basic", "api_key", "custom")
          .meaning("basic_auth", "basic")
          .defaultsTo("none");
  static final Setting API_TOKEN =
      of("api_token", SECRET, "Token for `bearer_token`.")
          .alias(ROOT + "auth_value")
          .example("{{ from env MY_API_TOKEN }}");
  static final Setting USERNAME =
      of("username", PASSWORD, "User name for `basic`; one of both parts is enough.")
          .example("{{ from env MY_API_USER }}");
  static final Setting PASSWORD_OF_USER =
      of("password", PASSWORD, "Password for `basic`.").example("{{ from env MY_API_PASSWORD }}");
  static final Setting API_KEY =
      of("api_key", SECRET, "Key for `api_key`.")
          .alias(ROOT + "auth_value")
          .example("{{ from env MY_API_KEY }}");
  static final Setting API_KEY_HEADER =
      of("api_key_header", TEXT, "Name of the header that carries the key.")
          .defaultsTo("X-API-Key");
  static final Setting VERIFY_TLS =
      of("verify_ssl", YES_NO, "Whether certificates of the source API are checked.")
          .defaultsTo("true");
  static final Setting TIMEOUT =
      of("timeout", SECONDS, "Limit of one request; `client_timeout` where it is not set.")
          .example("30");
  static final Setting CLIENT_TIMEOUT =
      Setting.of("client_timeout", SECONDS, "Limit of one request to the source API.")
          .defaultsTo("60");
  static final Setting MAX_CONCURRENT_REQUESTS =
      of("max_concurrent_requests", WHOLE, "Requests in flight per host, over all kinds.")
          .between(1, 10_000)
          .defaultsTo("10");
  static final Setting CUSTOM_HEADERS =
      of(
              "custom_headers",
              TEXTS,
              "Headers that go with every request; `${NAME}` in a value is replaced by that environment"
                  + " variable, and kept as it is when there is none.")
          .example("{X-Tenant: acme, X-Caller: '${HOSTNAME}'}");
  static final Setting ALLOWED_HOSTS =
      of(
              "allowed_hosts",
              LIST,
              "Extension: hosts besides the base URL's that next links and redirects may lead to.")
          .example("[cdn.example.com]");
  static final Setting MAX_PAGES =
      of("max_pages", WHOLE, "Extension: more pages than this of one endpoint are an error.")
          .between(1, Integer.MAX_VALUE)
          .defaultsTo("10000");

  static final List<Setting> ALL =
      List.of(
          BASE_URL,
          AUTH_TYPE,
          API_TOKEN,
          USERNAME,
          PASSWORD_OF_USER,
          API_KEY,
          API_KEY_HEADER,
          VERIFY_TLS,
          TIMEOUT,
          CLIENT_TIMEOUT,
          MAX_CONCURRENT_REQUESTS,
          CUSTOM_HEADERS,
          ALLOWED_HOSTS,
          MAX_PAGES);

  private SourceTable() {}

  private static Setting of(String key, SettingType type, String description) {
    return Setting.of(ROOT + key, type, description);
  }
}
