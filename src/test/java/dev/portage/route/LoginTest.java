package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a credential is asked for. */
class LoginTest {
  private static final int ENDPOINTS = 8;

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void start() {
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aRefusedLoginIsRenewedOnceForAllWhoUsedIt() throws Exception {
    // Given a first token that is refused as soon as all endpoints have used it
    AtomicInteger logins = new AtomicInteger();
    CountDownLatch everybody = new CountDownLatch(ENDPOINTS);
    world
        .set("AUTH_TYPE", "custom")
        .set("CUSTOM_AUTH_REQUEST", "{\"endpoint\": \"/login\", \"body\": {}}")
        .set("CUSTOM_AUTH_REQUEST_TEMPLATE", "{\"headers\": {\"X-Token\": \"{{.token}}\"}}");
    world
        .api()
        .on("/login", any -> Told.json("{\"token\": \"t" + logins.incrementAndGet() + "\"}"))
        .on("/parents", list(ENDPOINTS));
    for (int i = 1; i <= ENDPOINTS; i++) {
      String item = "[{\"id\": \"child-%d\"}]".formatted(i);
      world.api().on("/parents/%d/children".formatted(i), asked -> guarded(asked, everybody, item));
    }
    world.map(Kind.of("/parents/{parent}/children", "child").discovering("parent", "/parents"));

    // When
    Ending ending = world.resync();

    // Then
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("child")).hasSize(ENDPOINTS);
    assertThat(world.api().asked("/login")).hasSize(2);
    assertThat(world.api().asked("/login")).allMatch(login -> login.header("X-Token").isEmpty());
  }

  private static Told guarded(Asked asked, CountDownLatch everybody, String item)
      throws InterruptedException {
    if (!asked.header("X-Token").equals("t1")) {
      return Told.json(item);
    }
    everybody.countDown();
    return everybody.await(20, TimeUnit.SECONDS) ? Told.status(401) : Told.status(418);
  }

  @Test
  void aLoginThatHelpsNothingIsTriedOnce() throws Exception {
    world
        .set("AUTH_TYPE", "custom")
        .set("CUSTOM_AUTH_REQUEST", "{\"endpoint\": \"/login\", \"body\": {}}")
        .set("CUSTOM_AUTH_REQUEST_TEMPLATE", "{\"headers\": {\"X-Token\": \"{{.token}}\"}}");
    world.api().on("/login", "{\"token\": \"t\"}").on("/one", any -> Told.status(401));
    world.map(Kind.of("/one", "one"));

    Ending ending = world.resync();

    assertThat(World.reasons(ending))
        .containsExactly("/one: GET /one, page 1: answered 401; expected 2xx");
    assertThat(world.api().asked("/login")).hasSize(2);
    assertThat(world.api().asked("/one")).hasSize(2);
  }

  private static String list(int length) {
    return IntStream.rangeClosed(1, length)
        .mapToObj("{\"id\": \"%d\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
