package dev.portage.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Settings full of secrets that must not be seen anywhere.
 *
 * @param name of the kind of credential
 * @param format of the log
 * @param environment variables
 * @param secrets what must not be seen
 */
record Canaries(String name, String format, Map<String, String> environment, List<String> secrets) {
  /** The variable that the configuration file of each takes the token from. */
  static final String FROM_A_VARIABLE = "TOKEN_OF_THE_API";

  private static final String CONFIG = "OCEAN__INTEGRATION__CONFIG__";

  /** One for each kind of authentication; text and JSON take turns. */
  static Stream<Canaries> all() {
    return Stream.of(
        of("bearer, from a variable", "text", Map.of("AUTH_TYPE", "bearer_token")),
        of(
            "API key",
            "json",
            Map.of("AUTH_TYPE", "api_key", "API_KEY", "canary-key", "API_KEY_HEADER", "X-Mine")),
        of(
            "basic",
            "text",
            Map.of("AUTH_TYPE", "basic", "USERNAME", "tom", "PASSWORD", "canary-pass")),
        of(
            "custom",
            "json",
            Map.of(
                "AUTH_TYPE",
                "custom",
                "CUSTOM_AUTH_REQUEST",
                "{\"endpoint\": \"/login\", \"headers\": {\"X-Login\": \"canary-login-header\"},"
                    + " \"body\": {\"key\": \"canary-login-body\"}}",
                "CUSTOM_AUTH_REQUEST_TEMPLATE",
                "{\"headers\": {\"X-Session\": \"S {{.t}}\"}, \"queryParams\": {\"s\": \"{{.t}}\"},"
                    + " \"body\": {\"session\": \"{{.t}}\"}}")));
  }

  private static Canaries of(String name, String format, Map<String, String> integration) {
    Map<String, String> environment = new LinkedHashMap<>();
    integration.forEach((key, value) -> environment.put(CONFIG + key, value));
    environment.put(CONFIG + "CUSTOM_HEADERS", "{\"X-Tenant\": \"canary-custom-header\"}");
    environment.put(FROM_A_VARIABLE, "canary-of-a-variable");
    environment.put("OCEAN__PORT__CLIENT_ID", "canary-client-id");
    environment.put("OCEAN__PORT__CLIENT_SECRET", "canary-client-secret");
    environment.put("OCEAN__EVENT_LISTENER__TOKEN", "canary-webhook-token");
    environment.put("PORTAGE__HTTP__TOKEN", "canary-http-token");
    environment.put("PORTAGE__LOG__FORMAT", format);
    environment.put("HTTPS_PROXY", "http://tom:canary-proxy@127.0.0.1:1");
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "api-key=canary-collector");
    return new Canaries(name, format, environment, unseen());
  }

  /** All of them, whoever uses which, and the forms in which some are sent. */
  private static List<String> unseen() {
    List<String> secrets = new ArrayList<>();
    secrets.add("canary-");
    for (String pair : List.of("tom:canary-pass", "u:canary-http-token", "u:canary-pass")) {
      secrets.add(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return List.copyOf(secrets);
  }

  @Override
  public String toString() {
    return name + ", log as " + format;
  }
}
