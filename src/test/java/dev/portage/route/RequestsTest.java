package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many requests are made, and how many at a time. */
class RequestsTest {
  @TempDir static Path directory;
  private static World world;

  @BeforeAll
  static void start() {
    world = new World(directory).set("MAX_CONCURRENT_REQUESTS", "3");
  }

  @BeforeEach
  void forget() {
    world.api().forget();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  @Test
  void anEndpointNeededInThreePlacesIsReadOnce() throws Exception {
    world.api().on("/teams", "[{\"id\": \"a\"}, {\"id\": \"b\"}]");
    world.api().on("/teams/a/members", "[{\"id\": \"m\"}]").on("/teams/b/members", "[]");
    world.map(
        Kind.of("/teams", "team"),
        Kind.of("/teams", "group"),
        Kind.of("/teams/{team}/members", "member").discovering("team", "/teams"));

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("team")).containsExactly("a", "b");
    assertThat(world.identifiers("group")).containsExactly("a", "b");
    assertThat(world.identifiers("member")).containsExactly("m");
    assertThat(world.api().asked("/teams")).hasSize(1);

    // The next run reads it anew.
    world.resync();
    assertThat(world.api().asked("/teams")).hasSize(2);
  }

  @Test
  void anAnswerThatFailedIsNotKept() throws Exception {
    world.api().on("/teams", any -> Told.status(403));
    world.map(Kind.of("/teams", "team"), Kind.of("/teams", "group"));

    Ending ending = world.resync();

    assertThat(World.reasons(ending))
        .hasSize(2)
        .allMatch(
            reason -> reason.equals("/teams: GET /teams, page 1: answered 403; expected 2xx"));
    assertThat(world.api().asked("/teams")).hasSize(2);
  }

  @Test
  void whatDiffersInAParameterIsNotTheSame() throws Exception {
    world.api().on("/teams", asked -> Told.json("[{\"id\": \"%s\"}]".formatted(asked.query())));
    world.map(
        Kind.of("/teams", "open").with("query_params: {state: open}"),
        Kind.of("/teams", "closed").with("query_params: {state: closed}"));

    world.resync();

    assertThat(world.identifiers("open")).containsExactly("state=open");
    assertThat(world.identifiers("closed")).containsExactly("state=closed");
  }

  @Test
  void noMoreRequestsAreInFlightThanAllowed() throws Exception {
    // Given thirty endpoints, the first of which waits for a second request
    CountDownLatch two = new CountDownLatch(2);
    nested(
        30,
        asked -> {
          two.countDown();
          two.await(20, TimeUnit.SECONDS);
          // Long enough for a fourth to arrive, if there were one.
          Thread.sleep(15);
          return Told.json("[{\"id\": \"%s\"}]".formatted(asked.path()));
        });

    // When
    Ending ending = world.resync();

    // Then
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("child")).hasSize(30);
    assertThat(world.api().mostInFlight()).isBetween(2, 3);
  }

  /** More kinds than threads: what hands out work must not take the threads from who does it. */
  @Test
  void theLimitHoldsOverAllKinds() throws Exception {
    Kind[] kinds =
        IntStream.range(0, 12).mapToObj(i -> Kind.of("/k" + i, "b" + i)).toArray(Kind[]::new);
    for (Kind kind : kinds) {
      world.api().on(kind.kind(), any -> slowly("[{\"id\": 1}]"));
    }
    world.map(kinds);

    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.api().mostInFlight()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aKindMayHaveALimitOfItsOwn(int limit) throws Exception {
    nested(6, asked -> slowly("[{\"id\": \"%s\"}]".formatted(asked.path())));
    Kind children =
        Kind.of("/parents/{parent}/children", "of-" + limit)
            .with(
                "path_parameters: {parent: {endpoint: /parents, data_path: '.', field: .id}}",
                "max_concurrent_requests: " + limit);
    world.map(children);

    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("of-" + limit)).hasSize(6);
    assertThat(world.api().mostInFlight()).isEqualTo(limit);
  }

  private static Told slowly(String json) throws InterruptedException {
    Thread.sleep(30);
    return Told.json(json);
  }

  @Test
  void aMappingThatChangesChangesTheRoutes() throws Exception {
    world.api().on("/a", "[{\"id\": 1}]").on("/b", "[{\"id\": 2}]");
    world.map(Kind.of("/a", "a"));
    world.resync();
    assertThat(Jmx.ids("routes")).contains("kind-a").doesNotContain("kind-b");

    // When a resource is replaced by another
    world.map(Kind.of("/b", "b"));
    Ending ending = world.resync();

    // Then its route is gone, with everything in it
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(Jmx.ids("routes")).contains("kind-b").doesNotContain("kind-a");
    assertThat(Jmx.ids("processors")).noneMatch(id -> id.startsWith("kind-a/"));
    assertThat(world.identifiers("b")).containsExactly("2");
  }

  @Test
  void aResourceThatStaysKeepsItsRouteAndCounters() throws Exception {
    world.api().on("/a", "[{\"id\": 1}]").on("/b", "[{\"id\": 2}]");
    world.map(Kind.of("/a", "a"));
    world.resync();

    // When another resource joins it
    world.map(Kind.of("/a", "a"), Kind.of("/b", "b"));
    world.resync();

    // Then its route has counted both runs
    assertThat(Jmx.node("kind-a/call-source", "ExchangesTotal")).isEqualTo(2);
    assertThat(Jmx.node("kind-b/call-source", "ExchangesTotal")).isEqualTo(1);
  }

  @Test
  void aRequestWithoutBodySaysNothingOfOne() throws Exception {
    world.api().on("/a", "[{\"id\": 1}]");
    world.map(Kind.of("/a", "a"));

    world.resync();

    assertThat(world.api().asked().get(0).headers().keySet())
        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
        .contains("accept", "user-agent")
        .doesNotContain("content-length", "content-type", "transfer-encoding", "x-portage-timeout");
  }

  private void nested(int endpoints, FakeApi.Application children) {
    String parents =
        IntStream.range(0, endpoints)
            .mapToObj("{\"id\": \"%d\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    world.api().on("/parents", parents);
    IntStream.range(0, endpoints)
        .forEach(i -> world.api().on("/parents/" + i + "/children", children));
    world.map(Kind.of("/parents/{parent}/children", "child").discovering("parent", "/parents"));
  }
}
