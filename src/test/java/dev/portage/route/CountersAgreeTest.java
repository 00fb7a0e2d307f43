package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.route.watch.EndedRun;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.Watch;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * MBean, metrics, status page, summary in the log, what Port is told, the requests that the API saw
 * and the entities that the catalog holds: all say the same of a run.
 */
@Tag("slow")
class CountersAgreeTest {
  private static final String TWO = "[{\"id\": 1}, {\"id\": 2}]";
  private static final String FOUR = "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}, {\"id\": 4}]";
  private static final Kind USERS = Kind.of("/users", "user");

  @TempDir Path directory;

  /**
   * A run.
   *
   * @param before how the world is in a run before it
   * @param now what is different in the run that is looked at
   * @param outcomes of all kinds together, those that are not nought
   */
  record Case(
      String name,
      Consumer<World> before,
      Consumer<World> now,
      String result,
      Map<String, Long> outcomes) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> runs() {
    return Stream.of(
        new Case(
            "new entities",
            nobody(),
            users(TWO),
            "complete",
            Map.of("read", 2L, "mapped", 2L, "created", 2L)),
        new Case(
            "nothing has changed",
            users(TWO),
            users(TWO),
            "complete",
            Map.of("read", 2L, "mapped", 2L, "unchanged", 2L)),
        new Case(
            "one changed, one stale",
            users(TWO),
            users("[{\"id\": 1, \"name\": \"new\"}]"),
            "complete",
            Map.of("read", 1L, "mapped", 1L, "updated", 1L)),
        new Case(
            "filtered and skipped",
            nobody(),
            world -> {
              world.map(USERS.selecting(".hidden != true"));
              users("[{\"id\": 1}, {\"id\": 2, \"hidden\": true}, {\"name\": \"nobody\"}]")
                  .accept(world);
            },
            "complete",
            Map.of("read", 3L, "filtered", 1L, "skipped", 1L, "mapped", 1L, "created", 1L)),
        new Case(
            "a selector that is no boolean",
            nobody(),
            world -> {
              world.map(USERS.selecting(".id"));
              users(TWO).accept(world);
            },
            "incomplete",
            Map.of("read", 2L, "skipped", 2L)),
        new Case(
            "rejected by Port",
            nobody(),
            users("[{\"id\": 1}, {\"id\": \"not allowed\"}]"),
            "incomplete",
            Map.of("read", 2L, "mapped", 2L, "created", 1L, "rejected", 1L)),
        new Case(
            "500 in the middle of the pages",
            nobody(),
            CountersAgreeTest::breaksOff,
            "incomplete",
            Map.of("read", 1L, "mapped", 1L, "created", 1L)),
        new Case(
            "deletion withheld by the threshold",
            world -> {
              world.map("entityDeletionThreshold: 0.2\n" + Kind.mapping(List.of(USERS)));
              users(FOUR).accept(world);
            },
            users(TWO),
            "complete",
            Map.of("read", 2L, "mapped", 2L, "unchanged", 2L)),
        new Case(
            "nested endpoints",
            nobody(),
            CountersAgreeTest::nested,
            "complete",
            Map.of("read", 5L, "mapped", 5L, "created", 5L)),
        new Case(
            "two mappings of one resource",
            nobody(),
            CountersAgreeTest::twice,
            "complete",
            Map.of("read", 4L, "mapped", 4L, "created", 4L)),
        new Case(
            "paused", users(TWO), world -> world.watch().pause("users"), "incomplete", Map.of()));
  }

  private static Consumer<World> nobody() {
    return users("[]");
  }

  private static Consumer<World> users(String json) {
    return world -> world.api().on("/users", json);
  }

  private static void breaksOff(World world) {
    world.map(USERS.with("pagination: {type: page, page_size: 1}"));
    world
        .api()
        .on(
            "/users",
            asked ->
                asked.page() == 1
                    ? Told.json("[{\"id\": 1}]")
                    : Told.status(500).with("Retry-After", "0"));
  }

  private static void nested(World world) {
    world.map(
        Kind.of("/teams", "team"),
        Kind.of("/teams/{team}/members", "member").discovering("team", "/teams"));
    world
        .api()
        .on("/teams", "[{\"id\": \"a\"}, {\"id\": \"b\"}]")
        .on("/teams/a/members", "[{\"id\": 1}, {\"id\": 2}]")
        .on("/teams/b/members", "[{\"id\": 3}]");
  }

  private static void twice(World world) {
    world.map(
        """
        resources:
          - kind: /users
            selector: {query: 'true'}
            port:
              entity:
                mappings:
                  - {identifier: .id, blueprint: '"user"'}
                  - {identifier: .id, blueprint: '"account"'}
        """);
    users(TWO).accept(world);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyPlaceSaysTheSame(Case one) throws Exception {
    try (World world = new World(directory)) {
      // Given
      world
          .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
          .environment("OCEAN__EVENT_LISTENER__APP_HOST", "http://portage.test")
          .map(USERS);
      one.before().accept(world);
      world.begin();
      run(world);
      one.now().accept(world);
      Scrape before = Scrape.of(world.httpPort());
      long entities = entities(world);
      long deleted = world.watch().process().deleted();
      world.api().asked().clear();
      world.told().clear();

      // When
      run(world);

      // Then
      Watch watch = world.watch();
      EndedRun run = Objects.requireNonNull(watch.process().lastRun());
      assertThat(run.result()).isEqualTo(one.result());
      Scrape after = Scrape.of(world.httpPort());
      List<Map<String, Long>> summary = Seen.inSummary(run.report());
      assertThat(summary).hasSameSizeAs(watch.kinds());
      Map<String, Long> sum = new LinkedHashMap<>();
      int place = 0;
      for (KindStatus kind : watch.kinds()) {
        agree(world, kind, summary.get(place++), before, after, run);
        Seen.inWatch(kind).forEach((name, count) -> sum.merge(name, count, Long::sum));
      }
      sum.values().removeIf(count -> count == 0);
      assertThat(sum).isEqualTo(one.outcomes());
      long requests =
          watch.kinds().stream().mapToLong(kind -> kind.pass().calls().requests()).sum();
      assertThat(requests).isEqualTo(world.api().asked().size());
      long gone = watch.process().deleted() - deleted;
      assertThat(entities(world)).isEqualTo(entities + sum.getOrDefault("created", 0L) - gone);
      assertThat(Seen.inPort(world.told(), run.id(), "__reconciliation__").get("delete/deleted"))
          .isEqualTo(gone);
      assertThat(after.value("portage_deleted_total") - before.value("portage_deleted_total"))
          .isEqualTo(gone);
      assertThat(
              after.value("portage_runs_total{result=\"" + one.result() + "\"}")
                  - before.value("portage_runs_total{result=\"" + one.result() + "\"}"))
          .isEqualTo(1);
    }
  }

  /** There is no JMX and no listener any more when such a run has ended. */
  @Test
  void aRunThatIsStoppedSaysTheSameEverywhere() throws Exception {
    try (World world = new World(directory)) {
      // Given the second page is on its way
      Gate gate = new Gate("[{\"id\": 2}]");
      CountDownLatch asking = new CountDownLatch(1);
      world.map(USERS.with("pagination: {type: page, page_size: 1}"));
      world
          .api()
          .on(
              "/users",
              asked -> {
                if (asked.page() == 1) {
                  return Told.json("[{\"id\": 1}]");
                }
                asking.countDown();
                return gate.answer(asked);
              });
      world.begin();
      assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
      Watch watch = world.watch();

      // When
      world.stop();
      gate.open();

      // Then
      EndedRun run = Objects.requireNonNull(watch.process().lastRun());
      assertThat(run.result()).isEqualTo("aborted");
      KindStatus kind = watch.kinds().get(0);
      Map<String, Long> seen = Seen.inWatch(kind);
      assertThat(seen).containsEntry("read", 1L).containsEntry("created", 1L);
      assertThat(Seen.inSummary(run.report())).containsExactly(seen);
      assertThat(Seen.inPage(watch, kind)).isEqualTo(seen);
      assertThat(Seen.lastState(world.told(), run.id(), "/users-0")).isEqualTo("aborted");
      assertThat(world.catalog().count("user")).isEqualTo(1);
    }
  }

  private static void agree(
      World world,
      KindStatus kind,
      Map<String, Long> summary,
      Scrape before,
      Scrape after,
      EndedRun run) {
    Map<String, Long> seen = Seen.inWatch(kind);
    assertThat(Seen.inJmx(kind)).isEqualTo(seen);
    assertThat(Seen.inPage(world.watch(), kind)).isEqualTo(seen);
    assertThat(summary).isEqualTo(seen);
    assertThat(Seen.inMetrics(before, after, kind.kind().slug())).isEqualTo(seen);
    String identifier = world.watch().watched(kind.kind().slug()).portIdentifier();
    Map<String, Long> words = Seen.inPortsWords(kind.pass().counts());
    assertThat(Seen.inPort(world.told(), run.id(), identifier)).isEqualTo(words);
    assertThat(Seen.inGauges(after, identifier)).isEqualTo(words);
    assertThat(Seen.attribute(kind, "Requests")).isEqualTo(kind.pass().calls().requests());
    assertThat(Seen.attribute(kind, "Pages")).isEqualTo(kind.pass().counts().pages());
  }

  private static long entities(World world) {
    return Stream.of("user", "account", "team", "member").mapToLong(world.catalog()::count).sum();
  }

  private static void run(World world) throws Exception {
    long runs = runs(world);
    world.watch().resync();
    World.await("the end of a run", () -> runs(world) > runs);
    // What Port is told comes after that.
    World.await("Port knows", () -> ended(world));
  }

  private static long runs(World world) {
    return world.watch().process().runs().values().stream().mapToLong(Long::longValue).sum();
  }

  private static boolean ended(World world) {
    EndedRun run = world.watch().process().lastRun();
    return run != null
        && List.of("completed", "failed")
            .contains(Seen.lastState(world.told(), run.id(), "__runtime__"));
  }
}
