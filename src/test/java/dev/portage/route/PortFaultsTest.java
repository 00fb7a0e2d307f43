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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call to Port survives every passing fault of Port's (contract, section 4.1). */
@Tag("slow")
class PortFaultsTest {
  private static final Kind ONE = Kind.of("/one", "one");
  private static final Kind TWO = Kind.of("/two", "two");

  @TempDir static Path directory;
  private static FlakyPort port;
  private static World world;

  @BeforeAll
  static void start() throws Exception {
    port = FlakyPort.start();
    world = new World(directory, port).map(ONE, TWO);
    fill();
  }

  /** Both kinds have 30 entities in the catalog. */
  private static void fill() throws Exception {
    port.on(any -> Fault.NONE);
    world.api().on("/two", list(1, 30));
    world.api().on("/one", list(1, 30));
    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static String list(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(id -> "{\"id\": \"e%02d\", \"name\": \"%d\"}".formatted(id, System.nanoTime()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** A fault that befalls the first attempt of every call. */
  record Passing(String name, Fault fault) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Passing> passing() {
    Stream<Passing> answers =
        Stream.of(401, 408, 425, 429, 500, 502, 503, 504)
            .map(status -> new Passing("answered " + status, Fault.answer(status)));
    return Stream.concat(
        answers,
        Stream.of(
            new Passing("cut before it is carried out", Fault.cut(false)),
            new Passing("cut after it was carried out", Fault.cut(true)),
            new Passing("restarts before", Fault.restart(false, Duration.ofMillis(20))),
            new Passing("restarts after", Fault.restart(true, Duration.ofMillis(20)))));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void everyCallIsRepeated(Passing passing) throws Exception {
    // Given entities that have changed, and some that are gone
    fill();
    world.api().on("/one", list(1, 20));
    world.api().on("/two", list(1, 30));
    Set<String> met = ConcurrentHashMap.newKeySet();
    port.on(call -> met.add(call.call()) ? passing.fault() : Fault.NONE);

    // When
    Ending ending = world.resync();

    // Then
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("one")).hasSize(20);
    assertThat(world.identifiers("two")).hasSize(30);
    assertThat(port.resyncStatus()).isEqualTo("completed");
    assertThat(calls()).contains("resync-state", "search", "bulk", "datasource-entities", "delete");
  }

  private static Set<String> calls() {
    return port.calls().stream()
        .map(call -> call.call().substring(call.call().lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnceForAll() throws Exception {
    // Given
    world.api().on("/one", list(1, 400));
    AtomicInteger refused = new AtomicInteger();
    Function<Arrived, Fault> day =
        call ->
            !call.is("/auth/access_token") && refused.getAndIncrement() == 2
                ? Fault.restart(true, Duration.ZERO)
                : Fault.NONE;
    port.on(day);

    // When
    Ending ending = world.resync();

    // Then
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(port.calls().stream().filter(call -> call.is("/auth/access_token"))).hasSize(1);
  }

  @Test
  void callsAreSlowedDownBeforePortRefusesThem() throws Exception {
    // Given a Port that allows 4 calls in each second, and refuses the others
    AtomicInteger refused = new AtomicInteger();
    Budget budget = new Budget(4, refused);
    port.on(budget);
    world.api().on("/one", list(1, 30));

    // When
    Ending ending = world.resync();

    // Then
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(refused).hasValue(0);
  }

  /** Allows so many calls in each second, and says so. */
  private static final class Budget implements Function<Arrived, Fault> {
    private final int limit;
    private final AtomicInteger refused;
    private long second;
    private int used;

    Budget(int limit, AtomicInteger refused) {
      this.limit = limit;
      this.refused = refused;
    }

    @Override
    public synchronized Fault apply(Arrived call) {
      if (call.is("/examples") || call.call().contains("/ingest/")) {
        // Told beside the run, and not missed when it is refused.
        return Fault.NONE;
      }
      long now = System.currentTimeMillis() / 1000;
      used = now == second ? used + 1 : 1;
      second = now;
      if (used > limit) {
        refused.incrementAndGet();
        return Fault.answer(429);
      }
      return Fault.with(
          Map.of(
              "x-ratelimit-limit", Integer.toString(limit),
              "x-ratelimit-remaining", Integer.toString(limit - used),
              "x-ratelimit-reset", Long.toString(now + 1)));
    }
  }

  static List<Fault> lasting() {
    return List.of(Fault.answer(401), Fault.answer(403), Fault.answer(503), Fault.cut(false));
  }

  /** Whatever state Port is told, or not, the resync is the same. */
  @ParameterizedTest
  @MethodSource("lasting")
  void aStateThatPortDoesNotTakeFailsNothing(Fault fault) throws Exception {
    world.api().on("/one", list(1, 30));
    port.on(call -> call.is("/resync-state") ? fault : Fault.NONE);

    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
  }
}
