package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.DeletionPlan;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import dev.portage.sink.local.FlakyPort;
import dev.portage.sink.local.FlakyPort.Arrived;
import dev.portage.sink.local.FlakyPort.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A resync in which writes failed is never told to Port as completed, and says what failed. */
@Tag("slow")
class FailedWritesTest {
  private static final int ALL = 25;

  @TempDir static Path directory;
  private static FlakyPort port;
  private static World world;

  @BeforeAll
  static void start() {
    port = FlakyPort.start();
    world = new World(directory, port);
  }

  @AfterAll
  static void end() {
    world.close();
  }

  /** Everything is in the catalog, and one entity of it is stale from now on. */
  @BeforeEach
  void fill() throws Exception {
    port.on(any -> Fault.NONE);
    world.map(Kind.of("/one", "one"));
    world.api().on("/one", list(0, "old"));
    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("one")).hasSize(ALL);
    world.api().on("/one", list(1, "new"));
  }

  private static String list(int from, String name) {
    return IntStream.range(from, ALL)
        .mapToObj(id -> "{\"id\": \"e%02d\", \"name\": \"%s\"}".formatted(id, name))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /**
   * Something that goes wrong with every write.
   *
   * @param day what Port does about each call
   * @param reason what the run says
   * @param failed entities about which nothing is known; the others were rejected
   * @param deleted whether what is stale goes all the same
   */
  record Failing(
      String name, Function<Arrived, Fault> day, String reason, long failed, boolean deleted) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Failing> writes() {
    return Stream.of(
        unknown("500", Fault.answer(500), "answered 500 (tried 8 times); expected 2xx"),
        unknown("503", Fault.answer(503), "answered 503 (tried 12 times); expected 2xx"),
        unknown("401", Fault.answer(401), "answered 401 (unauthorized); expected 2xx"),
        unknown("a reset", Fault.cut(false), " (tried 12 times); expected an answer from "),
        unknown("a reset after it was written", Fault.cut(true), " (tried 12 times); expected"),
        refused("403", 403),
        refused("413 down to the single entity", 413),
        refused("422 down to the single entity", 422),
        new Failing(
            "an answer that says nothing",
            bulk(Fault.answer(200)),
            "not written: Port's answer cannot be read",
            ALL - 1,
            false));
  }

  private static Failing unknown(String name, Fault fault, String reason) {
    return new Failing(name, bulk(fault), reason, ALL - 1, false);
  }

  private static Failing refused(String name, int status) {
    return new Failing(
        name, bulk(Fault.answer(status)), "/one: Port rejected 24 entities", 0, true);
  }

  private static Function<Arrived, Fault> bulk(Fault fault) {
    return call -> call.is("/entities/bulk") ? fault : Fault.NONE;
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aRunWithFailedWritesIsIncomplete(Failing failing) throws Exception {
    // Given
    port.on(failing.day());

    // When
    Ending ending = world.resync();

    // Then
    assertThat(World.reasons(ending)).anyMatch(reason -> reason.contains(failing.reason()));
    assertThat(port.resyncStatus()).isEqualTo("failed");
    KindCounts counts = World.counts(ending).get(0);
    assertThat(counts.failed()).isEqualTo(failing.failed());
    assertThat(counts.rejected()).isEqualTo(ALL - 1 - failing.failed());
    assertThat(counts.discrepancies()).isEmpty();
    assertThat(world.identifiers("one")).hasSize(failing.deleted() ? ALL - 1 : ALL);
  }

  @Test
  void oneEntityThatIsRefusedIsNamedAndTheOthersAreWritten() throws Exception {
    // Given an identifier that Port does not take
    world.api().on("/one", list(0, "new").replace("\"e07\"", "\"e 07\""));

    // When
    Ending ending = world.resync();

    // Then
    KindCounts counts = World.counts(ending).get(0);
    assertThat(counts.rejected()).isEqualTo(1);
    assertThat(counts.updated()).isEqualTo(ALL - 1);
    assertThat(World.reasons(ending)).containsExactly("/one: Port rejected 1 entities");
    assertThat(rejections(ending)).singleElement().asString().startsWith("e 07 of one: 422 ");
    assertThat(port.resyncStatus()).isEqualTo("failed");
  }

  private static List<String> rejections(Ending ending) {
    return ending.report().map(RunReport::run).orElseThrow().kinds().get(0).rejections().lines();
  }

  /** Entities that lacked a relation are tried again at the end; Port must take that, too. */
  @Test
  void aLastTryThatFailsIsAFailedWrite() throws Exception {
    // Given a circle of two entities, neither of which Port creates by itself
    world.map(
        """
        createMissingRelatedEntities: false
        resources:
          - kind: /one
            selector: {query: 'true'}
            port:
              entity:
                mappings:
                  identifier: .id
                  blueprint: '"one"'
                  relations: {other: .other}
        """);
    world
        .api()
        .on("/one", "[{\"id\": \"x\", \"other\": \"y\"}, {\"id\": \"y\", \"other\": \"x\"}]");
    AtomicInteger writes = new AtomicInteger();
    port.on(
        call ->
            call.is("/entities/bulk") && writes.incrementAndGet() > 1
                ? Fault.answer(500)
                : Fault.NONE);

    // When
    Ending ending = world.resync();

    // Then
    assertThat(World.counts(ending).get(0).failed()).isEqualTo(2);
    assertThat(World.reasons(ending)).anyMatch(reason -> reason.contains("not written: "));
    assertThat(port.resyncStatus()).isEqualTo("failed");
    assertThat(world.identifiers("one")).hasSize(ALL);
  }

  static List<Fault> refusals() {
    return List.of(
        Fault.answer(403),
        Fault.answer(422),
        Fault.answer(500),
        Fault.cut(false),
        Fault.answer(404));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aDeletionThatFailsMakesTheRunIncomplete(Fault fault) throws Exception {
    // Given
    port.on(call -> call.is("/entities/delete") ? fault : Fault.NONE);

    // When
    Ending ending = world.resync();

    // Then
    assertThat(World.reasons(ending))
        .singleElement()
        .asString()
        .startsWith("1 stale entities of one were not deleted: ");
    assertThat(port.resyncStatus()).isEqualTo("failed");
    assertThat(world.identifiers("one")).hasSize(ALL);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatPortHoldsCannotBeAsked(Fault fault) throws Exception {
    // Given
    port.on(call -> call.is("/datasource-entities") ? fault : Fault.NONE);

    // When
    Ending ending = world.resync();

    // Then
    assertThat(World.reasons(ending))
        .singleElement()
        .asString()
        .startsWith("what Port holds could not be asked: ");
    assertThat(port.resyncStatus()).isEqualTo("failed");
    assertThat(ending.report().flatMap(RunReport::deletion))
        .containsInstanceOf(DeletionPlan.Withheld.class);
    assertThat(world.identifiers("one")).hasSize(ALL);
  }
}
