package dev.portage.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.JsonText;
import dev.portage.http.Query;
import dev.portage.http.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is secret of a login request: every text in it, unless its name is known to go with values
 * that are none. Hiding a harmless text costs some legibility, showing a secret costs more.
 */
final class LoginSecrets {
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "acceptlanguage",
          "audience",
          "clientassertiontype",
          "clientid",
          "contenttype",
          "email",
          "expiresin",
          "format",
          "granttype",
          "login",
          "method",
          "realm",
          "requestedtokentype",
          "resource",
          "responsetype",
          "scope",
          "scopes",
          "subjecttokentype",
          "tenant",
          "tenantid",
          "tokentype",
          "type",
          "user",
          "useragent",
          "userid",
          "username");

  private LoginSecrets() {}

  static List<Secret> of(ApiRequest request) {
    List<Secret> all = new ArrayList<>();
    request.headers().forEach((name, value) -> all.addAll(fixed(name, value)));
    addQuery(request.query(), all);
    if (request.body() instanceof ApiRequest.Json json) {
      addLeaves("", json.value(), all);
    } else if (request.body() instanceof ApiRequest.Form form) {
      addQuery(Query.parse(form.text()), all);
    }
    return all;
  }

  /** The text, and what follows a scheme such as Basic in it; nothing for a harmless name. */
  static List<Secret> fixed(String name, String text) {
    if (isHarmless(name) || text.isBlank()) {
      return List.of();
    }
    String plain = text.strip();
    return Stream.of(plain, plain.substring(plain.lastIndexOf(' ') + 1))
        .distinct()
        .map(Secret::new)
        .toList();
  }

  /** Whether values of that name are no secret, however the words of the name are joined. */
  static boolean isHarmless(String name) {
    return HARMLESS.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
  }

  private static void addQuery(Query query, List<Secret> all) {
    query.parameters().forEach(p -> all.addAll(fixed(p.name(), p.value())));
  }

  private static void addLeaves(String name, JsonNode node, List<Secret> all) {
    if (node.isObject()) {
      node.properties().forEach(field -> addLeaves(field.getKey(), field.getValue(), all));
    } else if (node.isArray()) {
      node.forEach(element -> addLeaves(name, element, all));
    } else if (!node.isBoolean()) {
      all.addAll(fixed(name, JsonText.of(node)));
    }
  }
}
