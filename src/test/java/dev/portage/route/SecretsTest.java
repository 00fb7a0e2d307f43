package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret shows neither in a route nor in anything that JMX can tell (DESIGN, promise 5). */
class SecretsTest {
  private static final String CUSTOM_HEADER = "value-of-a-custom-header";

  @TempDir Path directory;

  @Test
  void aBearerTokenIsShownNowhere() throws Exception {
    try (World world = world()) {
      world.set("AUTH_TYPE", "bearer_token").set("API_TOKEN", "the-bearer-token");
      assertHidden(world, "Bearer the-bearer-token", List.of("the-bearer-token"));
    }
  }

  @Test
  void aPasswordIsShownNowhere() throws Exception {
    String pair = base64("tom:the-password");
    try (World world = world()) {
      world.set("AUTH_TYPE", "basic").set("USERNAME", "tom").set("PASSWORD", "the-password");
      assertHidden(world, "Basic " + pair, List.of("the-password", pair));
    }
  }

  @Test
  void neitherALoginNorWhatItGaveIsShown() throws Exception {
    try (World world = world()) {
      world
          .set("AUTH_TYPE", "custom")
          .set(
              "CUSTOM_AUTH_REQUEST",
              "{\"endpoint\": \"/login\", \"body\": {\"key\": \"the-login-key\"}}")
          .set(
              "CUSTOM_AUTH_REQUEST_TEMPLATE",
              "{\"headers\": {\"Authorization\": \"Token {{.t}}\"}}");
      world.api().on("/login", "{\"t\": \"the-issued-token\"}");
      assertHidden(world, "Token the-issued-token", List.of("the-login-key", "the-issued-token"));
    }
  }

  private World world() {
    World world = new World(directory);
    world.set("CUSTOM_HEADERS", "{\"X-Tenant\": \"" + CUSTOM_HEADER + "\"}");
    world.api().on("/one", "[{\"id\": 1}]").on("/closed", any -> Told.status(403));
    return world.map(Kind.of("/one", "one"), Kind.of("/closed", "closed"));
  }

  private static void assertHidden(World world, String authorization, List<String> secrets)
      throws Exception {
    // Given a run that used every secret, and failed in part
    Ending ending = world.resync();
    assertThat(ending.result()).isInstanceOf(RunResult.Incomplete.class);
    assertThat(world.api().asked("/one").get(0).header("Authorization")).isEqualTo(authorization);
    assertThat(world.api().asked("/one").get(0).header("X-Tenant")).isEqualTo(CUSTOM_HEADER);

    // Then nothing that an operator can look at holds one
    Set<ObjectName> routes = Jmx.all("type=routes,*");
    Set<ObjectName> beans = Jmx.all("*");
    assertThat(routes).hasSizeGreaterThan(9);
    assertThat(beans).hasSizeGreaterThan(100);
    List<String> shown =
        Stream.of(
                routes.stream().map(Jmx::dump),
                beans.stream().map(ObjectName::toString),
                beans.stream().flatMap(bean -> Jmx.attributes(bean).stream()),
                Stream.of(ending.report().orElseThrow().text(), world.settings().toString()))
            .flatMap(texts -> texts)
            .collect(Collectors.toList());
    assertThat(shown).anyMatch(text -> text.contains("source-http:source"));
    for (String secret : secrets) {
      assertThat(shown).noneMatch(text -> text.contains(secret));
    }
    assertThat(shown)
        .noneMatch(text -> text.contains(CUSTOM_HEADER))
        .noneMatch(text -> text.contains("client-secret-of-port"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
