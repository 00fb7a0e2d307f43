package dev.portage.config;

import static dev.portage.config.SettingType.CHOICE;
import static dev.portage.config.SettingType.OBJECT;
import static dev.portage.config.SettingType.SECONDS;
import static dev.portage.config.SettingType.SECRET;
import static dev.portage.config.SettingType.TEXT;
import static dev.portage.config.SettingType.TEXTS;
import static dev.portage.config.SourceTable.ROOT;

import java.util.List;

/** The login of {@code auth_type} {@code custom} (contract, section 6.9). */
final class CustomAuthTable {
  static final String REQUEST = ROOT + "custom_auth_request";
  static final String TEMPLATE = ROOT + "custom_auth_request_template";
  private static final String OLD_TEMPLATE = ROOT + "custom_auth_response";

  static final Setting ENDPOINT =
      request("endpoint", TEXT, "Address of the login; absolute, or joined to the base URL.")
          .example("/oauth/token");
  static final Setting METHOD =
      request("method", CHOICE, "Method of the login.")
          .oneOf("GET", "POST", "PUT", "PATCH", "DELETE")
          .defaultsTo("POST");
  static final Setting HEADERS =
      request("headers", TEXTS, "Headers of the login.").example("{Accept: application/json}");
  static final Setting BODY =
      request("body", OBJECT, "Body of the login, sent as JSON; not together with `body_form`.")
          .example(
              "{grant_type: client_credentials, client_id: acme, client_secret: '{{ from env MY_API_SECRET }}'}");
  static final Setting BODY_FORM =
      request(
              "body_form",
              SECRET,
              "Body of the login, sent as it is as a form; not together with `body`.")
          .example("{{ from env MY_API_LOGIN }}");
  static final Setting QUERY_PARAMS =
      request("query_params", TEXTS, "Query parameters of the login.").example("{tenant: acme}");
  static final Setting INTERVAL =
      request(
              "reauthenticate_interval_seconds",
              SECONDS,
              "Log in again after this time; never before a 401 when it is not set.")
          .atLeast(1)
          .example("3000");
  static final Setting TEMPLATE_HEADERS =
      template("headers", TEXTS, "Headers to set; `{{.path}}` is a value of the login's answer.")
          .example("{Authorization: 'Bearer {{.access_token}}'}");
  static final Setting TEMPLATE_QUERY =
      template("query_params", TEXTS, "Query parameters to set, with `{{.path}}`.")
          .example("{session: '{{.session.id}}'}");
  static final Setting TEMPLATE_BODY =
      template("body", OBJECT, "Keys to merge into a JSON body, with `{{.path}}`.")
          .example("{session: '{{.session.id}}'}");

  static final List<Setting> ALL =
      List.of(
          ENDPOINT,
          METHOD,
          HEADERS,
          BODY,
          BODY_FORM,
          QUERY_PARAMS,
          INTERVAL,
          TEMPLATE_HEADERS,
          TEMPLATE_QUERY,
          TEMPLATE_BODY);

  private CustomAuthTable() {}

  private static Setting request(String key, SettingType type, String description) {
    return Setting.of(REQUEST + "." + key, type, description);
  }

  private static Setting template(String key, SettingType type, String description) {
    return Setting.of(TEMPLATE + "." + key, type, description).alias(OLD_TEMPLATE + "." + key);
  }
}
