package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an API may send us, and that a credential never leaves its own origin. */
class RedirectTest {
  @TempDir static Path directory;
  private static World world;
  private static FakeApi other;
  private static FakeApi friend;

  @BeforeAll
  static void start() {
    other = new FakeApi();
    friend = new FakeApi();
    world =
        new World(directory)
            .set("AUTH_TYPE", "bearer_token")
            .set("API_TOKEN", "the-token")
            .set("CUSTOM_HEADERS", "{\"X-Tenant\": \"acme\"}")
            .set("ALLOWED_HOSTS", friend.authority());
  }

  @BeforeEach
  void forget() {
    world.api().forget();
    other.forget();
    friend.forget();
    friend.on("/elsewhere", "[{\"id\": \"foreign\"}]");
    world.map(Kind.of("/one", "one"));
  }

  @AfterAll
  static void end() {
    world.close();
    other.close();
    friend.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectWithinTheApiIsFollowedWithTheCredential(int status) throws Exception {
    world
        .api()
        .on("/one", any -> Told.status(status).with("Location", "/moved?page=7"))
        .on("/moved", "[{\"id\": 1}]");

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("one")).containsExactly("1");
    Asked followed = world.api().asked("/moved").get(0);
    assertThat(followed.header("Authorization")).isEqualTo("Bearer the-token");
    assertThat(followed.header("X-Tenant")).isEqualTo("acme");
    assertThat(followed.query()).isEqualTo("page=7");
  }

  @Test
  void aRedirectToAnotherOriginIsRefused() throws Exception {
    world.api().on("/one", any -> Told.status(302).with("Location", other.url() + "/elsewhere"));

    Ending ending = world.resync();

    assertThat(World.reasons(ending))
        .containsExactly(
            "/one: GET /one, page 1: redirected to another host ("
                + other.url()
                + "); expected the API's own: add it to allowed_hosts if it may be called");
    assertThat(other.asked()).isEmpty();
  }

  @Test
  void anAllowedHostGetsNoCredential() throws Exception {
    world.api().on("/one", any -> Told.status(302).with("Location", friend.url() + "/elsewhere"));

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("one")).containsExactly("foreign");
    assertNothingTold();
  }

  @Test
  void aNextLinkToAnotherOriginIsRefused() throws Exception {
    world.map(Kind.of("/one", "one").with("pagination: {type: header_link}"));
    world.api().on("/one", any -> linked(other));

    Ending ending = world.resync();

    assertThat(World.reasons(ending))
        .singleElement()
        .asString()
        .startsWith("/one: GET /one, page 1: page 1 leads to another host (" + other.url() + ")");
    assertThat(other.asked()).isEmpty();
    assertThat(world.identifiers("one")).containsExactly("1");
  }

  @Test
  void anAllowedNextLinkGetsNoCredential() throws Exception {
    world.map(Kind.of("/one", "one").with("pagination: {type: header_link}"));
    world.api().on("/one", any -> linked(friend));

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("one")).containsExactly("1", "foreign");
    assertNothingTold();
  }

  @Test
  void aRedirectInACircleEnds() throws Exception {
    world.api().on("/one", any -> Told.status(302).with("Location", "/one"));

    Ending ending = world.resync();

    assertThat(World.reasons(ending))
        .containsExactly("/one: GET /one, page 1: redirected 10 times; expected an answer");
    assertThat(world.api().asked("/one")).hasSize(11);
  }

  private static Told linked(FakeApi other) {
    return Told.json("[{\"id\": 1}]")
        .with("Link", "<%s/elsewhere>; rel=\"next\"".formatted(other.url()));
  }

  private static void assertNothingTold() {
    assertThat(friend.asked())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.headers()).doesNotContainKeys("authorization", "x-tenant", "cookie");
              assertThat(asked.headers().toString()).doesNotContain("the-token", "acme");
            });
  }
}
