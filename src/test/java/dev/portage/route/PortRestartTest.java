package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import dev.portage.sink.local.FlakyPort;
import dev.portage.sink.local.FlakyPort.Arrived;
import dev.portage.sink.local.FlakyPort.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Port is killed and comes back in the middle of a resync. One moment again: {@code
 * -Dtest=PortRestartTest -Dportage.seed=SEED}, with the seed that the name of the test shows.
 */
@Tag("slow")
class PortRestartTest {
  private static final int MOMENTS = 20;
  private static final int PEOPLE = 300;
  private static final int TEAMS = 8;

  @TempDir static Path directory;
  private static FlakyPort port;
  private static World world;

  /** Calls of a resync that nothing disturbs. */
  private static int calls;

  @BeforeAll
  static void start() throws Exception {
    port = FlakyPort.start();
    world = new World(directory, port);
    world.map(
        Kind.of("/people", "person").with("pagination: {type: page, page_size: 50}"),
        Kind.of("/teams", "team"),
        Kind.of("/teams/{team}/members", "member").discovering("team", "/teams"));
    fill(1);
    fill(2);
    calls = port.calls().size();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static void fill(int generation) throws Exception {
    source(generation);
    port.on(any -> Fault.NONE);
    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
    assertThat(catalog()).isEqualTo(expected(generation));
  }

  /** What the source holds: of every seven people one is gone, another one each generation. */
  private static void source(int generation) {
    world.api().on("/people", asked -> Told.json(page(generation, asked.page())));
    world.api().on("/teams", json(IntStream.rangeClosed(1, TEAMS).mapToObj(Integer::toString)));
    for (int team = 1; team <= TEAMS; team++) {
      world.api().on("/teams/" + team + "/members", json(members(generation, team)));
    }
  }

  private static Stream<String> people(int generation) {
    return IntStream.rangeClosed(1, PEOPLE)
        .filter(id -> id % 7 != generation % 7)
        .mapToObj("p%03d"::formatted);
  }

  private static Stream<String> members(int generation, int team) {
    return IntStream.rangeClosed(1, 10)
        .filter(id -> id != generation % 10)
        .mapToObj(id -> "t%d-m%d".formatted(team, id));
  }

  private static String page(int generation, int page) {
    return people(generation)
        .skip((page - 1) * 50L)
        .limit(50)
        .map(id -> "{\"id\": \"%s\", \"name\": \"%s in %d\"}".formatted(id, id, generation))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(Stream<String> ids) {
    return ids.map(id -> "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, id))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Set<String> expected(int generation) {
    Stream<String> members =
        IntStream.rangeClosed(1, TEAMS).boxed().flatMap(team -> members(generation, team));
    Stream<String> teams = IntStream.rangeClosed(1, TEAMS).mapToObj(Integer::toString);
    return Stream.of(people(generation), teams, members)
        .flatMap(all -> all)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> catalog() {
    return Stream.of("person", "team", "member")
        .flatMap(blueprint -> world.identifiers(blueprint).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<Long> seeds() {
    Long asked = Long.getLong("portage.seed");
    return asked == null
        ? new Random().longs(MOMENTS, 0, 1_000_000_000L).boxed().toList()
        : List.of(asked);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRestartOfPortCostsNothingButTime(long seed) throws Exception {
    // Given two generations between which everything has changed, and some is gone
    Random random = new Random(seed);
    int generation = 3 + random.nextInt(1_000);
    fill(generation);
    source(generation + 1);

    // When Port goes away once or twice: before a call was carried out, or after; for up to 3 s
    port.on(new Restarts(random));
    Ending ending = world.resync();

    // Then the run is right, or says that it is not
    boolean complete = ending.result() instanceof RunResult.Complete;
    assertThat(complete || ending.result() instanceof RunResult.Incomplete || failed(ending))
        .as("%s", ending.result())
        .isTrue();
    assertThat(catalog()).containsAll(common(generation));
    if (complete) {
      assertThat(catalog()).isEqualTo(expected(generation + 1));
      assertThat(world.titles("person"))
          .allMatch(title -> title.endsWith("in " + (generation + 1)));
    }

    // And the next one repairs what is left
    fill(generation + 1);
    assertThat(port.resyncStatus()).isEqualTo("completed");
  }

  private static boolean failed(Ending ending) {
    return ending.result() instanceof RunResult.Failed;
  }

  /** What both generations hold must never be gone, whatever happens. */
  private static Set<String> common(int generation) {
    Set<String> common = expected(generation);
    common.retainAll(expected(generation + 1));
    return common;
  }

  /** One or two restarts, at calls that a resync makes for sure. */
  private record Restarts(int first, int second, boolean applied, Duration down)
      implements Function<Arrived, Fault> {
    Restarts(Random random) {
      this(
          1 + random.nextInt(calls),
          random.nextInt(3) == 0 ? 1 + random.nextInt(2 * calls) : 0,
          random.nextBoolean(),
          // Short ones more often than long ones.
          Duration.ofMillis((long) (3_000 * Math.pow(random.nextDouble(), 3))));
    }

    @Override
    public Fault apply(Arrived call) {
      return call.number() == first || call.number() == second
          ? Fault.restart(applied, down)
          : Fault.NONE;
    }
  }
}
