package dev.portage.config;

import static dev.portage.config.CustomAuthTable.BODY;
import static dev.portage.config.CustomAuthTable.BODY_FORM;
import static dev.portage.config.CustomAuthTable.ENDPOINT;
import static dev.portage.config.CustomAuthTable.HEADERS;
import static dev.portage.config.CustomAuthTable.INTERVAL;
import static dev.portage.config.CustomAuthTable.METHOD;
import static dev.portage.config.CustomAuthTable.QUERY_PARAMS;
import static dev.portage.config.CustomAuthTable.TEMPLATE_BODY;
import static dev.portage.config.CustomAuthTable.TEMPLATE_HEADERS;
import static dev.portage.config.CustomAuthTable.TEMPLATE_QUERY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.auth.AuthTemplate;
import dev.portage.auth.Authentication;
import dev.portage.auth.CustomAuthentication;
import dev.portage.auth.NoAuthentication;
import dev.portage.http.ApiRequest;
import dev.portage.http.Query;
import dev.portage.http.Urls;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A login and where its answer goes (contract, section 6.9). */
final class CustomAuthenticationReader {
  private final SettingValues values;
  private final String baseUrl;

  /** For a source with that base URL, to which a relative endpoint is joined. */
  CustomAuthenticationReader(SettingValues values, String baseUrl) {
    this.values = values;
    this.baseUrl = baseUrl;
  }

  /** The login; no authentication when something is wrong, which is noted. */
  Authentication read() {
    int before = values.problems().size();
    refuseUnknown(CustomAuthTable.REQUEST);
    refuseUnknown(CustomAuthTable.TEMPLATE);
    checkRequest();
    checkTemplates();
    if (values.problems().size() > before || baseUrl.isEmpty()) {
      return new NoAuthentication();
    }
    AuthTemplate template =
        new AuthTemplate(
            values.texts(TEMPLATE_HEADERS),
            values.texts(TEMPLATE_QUERY),
            values.object(TEMPLATE_BODY));
    return new CustomAuthentication(request(), template, values.seconds(INTERVAL).orElse(null));
  }

  private void checkRequest() {
    if (!values.isSet(ENDPOINT)) {
      values.rejectMissing(ENDPOINT, "the path or address of the login");
    } else if (Addresses.isAbsolute(values.text(ENDPOINT))
        && Addresses.mistake(values.text(ENDPOINT).replaceFirst("\\?.*$", "")).isPresent()) {
      values.reject(ENDPOINT, "is no address", "a path, or an http or https address");
    }
    if (values.isSet(BODY) && values.isSet(BODY_FORM)) {
      String where = values.where(BODY).replaceFirst("(?i)__body$", "");
      values.rejectAt(where, "has both body and bodyForm", "body or bodyForm, not both");
    }
  }

  private ApiRequest request() {
    String endpoint = values.text(ENDPOINT).strip();
    String url =
        Addresses.isAbsolute(endpoint)
            ? endpoint
            : baseUrl + "/" + endpoint.replaceFirst("^/+", "");
    Query query = Query.EMPTY;
    for (Map.Entry<String, String> parameter : values.texts(QUERY_PARAMS).entrySet()) {
      query = query.and(parameter.getKey(), parameter.getValue());
    }
    ApiRequest plain = ApiRequest.get(Urls.encodeIllegal(url));
    return new ApiRequest(
        values.choice(METHOD),
        plain.address(),
        plain.query().overriddenBy(query),
        values.texts(HEADERS),
        body());
  }

  private ApiRequest.@Nullable Body body() {
    if (values.isSet(BODY)) {
      return new ApiRequest.Json(values.object(BODY));
    }
    return values.optional(BODY_FORM).map(ApiRequest.Form::new).orElse(null);
  }

  private void checkTemplates() {
    Map<String, String> headers = values.texts(TEMPLATE_HEADERS);
    Map<String, String> query = values.texts(TEMPLATE_QUERY);
    ObjectNode body = values.object(TEMPLATE_BODY);
    if (headers.isEmpty() && query.isEmpty() && body.isEmpty()) {
      values.rejectAt(
          Setting.of(CustomAuthTable.TEMPLATE, SettingType.OBJECT, "").variable(),
          "is missing or empty",
          "at least one of headers, queryParams and body");
    }
    headers.forEach((name, text) -> checkTemplate(TEMPLATE_HEADERS, name, text));
    query.forEach((name, text) -> checkTemplate(TEMPLATE_QUERY, name, text));
    checkTemplates(TEMPLATE_BODY, "", body);
  }

  private void checkTemplates(Setting setting, String key, JsonNode node) {
    if (node.isTextual()) {
      checkTemplate(setting, key, node.textValue());
    } else if (node.isObject()) {
      node.properties()
          .forEach(e -> checkTemplates(setting, Keys.join(key, e.getKey()), e.getValue()));
    } else {
      node.forEach(element -> checkTemplates(setting, key + "[]", element));
    }
  }

  private void checkTemplate(Setting setting, String key, String text) {
    if (text.replaceAll("\\{\\{\\.[^}]+}}", "").contains("{{")) {
      String expected = "{{.path}}, where .path leads to a value in the login's answer";
      values.rejectAt(values.where(setting) + ", key " + key, "has a malformed {{…}}", expected);
    }
  }

  private void refuseUnknown(String branch) {
    values
        .all()
        .forEach(
            (path, found) -> {
              if (path.startsWith(branch + ".") && SettingTable.at(path).isEmpty()) {
                String key = path.substring(branch.length() + 1);
                String known = String.join(", ", SettingTable.keysBelow(branch));
                String hint = Nearest.hint(key, SettingTable.keysBelow(branch));
                values.rejectAt(found.where(), "is no known key", "one of " + known + hint);
              }
            });
  }
}
