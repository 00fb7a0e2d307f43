package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a Hawtio elsewhere can read holds no secret (DESIGN, promise 5). */
@Tag("slow")
class JolokiaSecretsTest {
  private static final String LISTENER = "canary-of-the-listener";
  private static final String PAIR =
      Base64.getEncoder().encodeToString("tom:canary-password".getBytes(StandardCharsets.UTF_8));

  /** The settings of each kind of authentication. */
  private static final Map<String, Map<String, String>> KINDS =
      Map.of(
          "bearer_token", Map.of("API_TOKEN", "canary-bearer"),
          "api_key", Map.of("API_KEY", "canary-key", "API_KEY_HEADER", "X-Key"),
          "basic", Map.of("USERNAME", "tom", "PASSWORD", "canary-password"),
          "custom",
              Map.of(
                  "CUSTOM_AUTH_REQUEST",
                  "{\"endpoint\": \"/login\", \"body\": {\"key\": \"canary-login\"}}",
                  "CUSTOM_AUTH_REQUEST_TEMPLATE",
                  "{\"headers\": {\"X-Issued\": \"{{.t}}\"}}"));

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"bearer_token", "api_key", "basic", "custom"})
  void nothingThatCanBeReadHoldsASecret(String kind) throws Exception {
    try (World world = new World(directory)) {
      // Given a run that used every secret
      world.map(Kind.of("/one", "one"), Kind.of("/closed", "closed"));
      world
          .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
          .environment("OCEAN__EVENT_LISTENER__APP_HOST", "https://me.example.com")
          .environment("OCEAN__EVENT_LISTENER__TOKEN", "canary-of-the-webhook")
          .environment("OCEAN__PORT__CLIENT_SECRET", "canary-of-port")
          .environment("PORTAGE__HTTP__TOKEN", LISTENER)
          .set("CUSTOM_HEADERS", "{\"X-Tenant\": \"canary-header\"}")
          .set("AUTH_TYPE", kind);
      KINDS.get(kind).forEach(world::set);
      world
          .api()
          .on("/login", "{\"t\": \"canary-issued\"}")
          .on("/one", "[{\"id\": 1}]")
          .on("/closed", any -> Told.status(403));
      world.begin();
      Jmx.request("direct:resync", Object.class);

      // When all of it is read
      JolokiaClient jolokia = new JolokiaClient(world.httpPort(), LISTENER);
      List<String> shown = everything(jolokia);

      // Then
      assertThat(shown)
          .hasSizeGreaterThan(12)
          .anyMatch(text -> text.contains("source-http:source"));
      assertThat(String.join("\n", shown))
          .contains("kind-closed")
          .doesNotContain("canary")
          .doesNotContain(PAIR);
      assertThat(new JolokiaClient(world.httpPort(), "another").get("/version").statusCode())
          .isEqualTo(401);
    }
  }

  /** The list of all beans and operations, all attributes of all beans, and all dumps. */
  private static List<String> everything(JolokiaClient jolokia) throws Exception {
    JsonNode list = jolokia.list();
    assertThat(list.has("org.apache.camel")).isTrue();
    List<String> beans = jolokia.search("*:*");
    assertThat(beans).hasSizeGreaterThan(100);
    List<String> shown = new ArrayList<>(List.of(list.toString(), beans.toString()));
    for (String bean : beans) {
      String read = jolokia.read(List.of(bean));
      assertThat(JolokiaClient.parse(read).path(0).path("status").asInt()).as(read).isEqualTo(200);
      shown.add(read);
    }
    for (String context : jolokia.search("org.apache.camel:type=context,*")) {
      shown.add(dump(jolokia, context, "dumpRoutesAsXml(boolean)", true));
      shown.add(dump(jolokia, context, "dumpRoutesAsXml()"));
    }
    for (String route : jolokia.search("org.apache.camel:type=routes,*")) {
      shown.add(dump(jolokia, route, "dumpRouteAsXml(boolean)", true));
    }
    return shown;
  }

  private static String dump(
      JolokiaClient jolokia, String bean, String operation, Object... arguments) throws Exception {
    JsonNode answer = jolokia.exec(bean, operation, arguments);
    assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(200);
    return answer.path("value").asText();
  }
}
