package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.RunResult;
import dev.portage.reconcile.state.PastRun;
import dev.portage.reconcile.state.State;
import dev.portage.reconcile.state.StateFile;
import dev.portage.reconcile.state.StateStore;
import dev.portage.route.run.Ending;
import dev.portage.route.write.MemorySteps;
import dev.portage.sink.local.FlakyPort;
import dev.portage.sink.local.FlakyPort.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With state.trust on: what is compared, what is sent, and what Port holds then. */
@Tag("slow")
class TrustTest {
  private static final int PEOPLE = 120;
  private static final Kind KIND = Kind.of("/people", "person");

  @TempDir static Path directory;
  private static FlakyPort port;
  private static World world;
  private static Person somebody;

  @BeforeAll
  static void start() {
    port = FlakyPort.start();
    world = new World(directory, port).environment("PORTAGE__STATE__TRUST", "true");
    somebody = new Person(port.url());
  }

  @AfterAll
  static void end() {
    world.close();
  }

  @BeforeEach
  void fill() throws Exception {
    world.map(KIND);
    people(1, PEOPLE);
    complete();
    // What was written in the very moment of the last look at Port's clock is compared once more.
    complete();
    complete();
    assertThat(comparisons()).isZero();
  }

  private void people(int first, int last) {
    world
        .api()
        .on(
            "/people",
            IntStream.rangeClosed(first, last)
                .mapToObj(i -> "{\"id\": \"%d\", \"name\": \"n%d\"}".formatted(i, i))
                .collect(Collectors.joining(",", "[", "]")));
  }

  private Ending complete() throws Exception {
    Ending ending = resync();
    assertThat(ending.result()).isEqualTo(new RunResult.Complete());
    return ending;
  }

  private Ending resync() throws Exception {
    port.on(any -> Fault.NONE);
    return world.resync();
  }

  /** Something that is set as long as a process lasts. */
  private void restartWith(String name, String value) throws Exception {
    world.stop();
    world.environment(name, value);
  }

  private static KindCounts onlyKind(Ending ending) {
    return World.counts(ending).get(0);
  }

  private long comparisons() {
    return port.calls().stream().filter(call -> call.is("/entities/search")).count();
  }

  private long writes() {
    return port.calls().stream().filter(call -> call.is("/entities/bulk")).count();
  }

  private String title(int person) {
    return world.catalog().entities("person").stream()
        .filter(entity -> entity.path("identifier").asText().equals("" + person))
        .map(entity -> entity.path("title").asText())
        .findFirst()
        .orElse("(not there)");
  }

  @Test
  void whatHasNotChangedIsNeitherComparedNorSent() throws Exception {
    Ending ending = complete();

    assertThat(onlyKind(ending).unchanged()).isEqualTo(PEOPLE);
    assertThat(onlyKind(ending).discrepancies()).isEmpty();
    assertThat(comparisons()).isZero();
    assertThat(writes()).isZero();
  }

  @Test
  void whatHasChangedInTheSourceIsSentAndThenTrusted() throws Exception {
    // Given
    people(1, PEOPLE - 1);
    world.map(KIND, Kind.of("/more", "person"));
    world.api().on("/more", "[{\"id\": \"" + PEOPLE + "\", \"name\": \"new\"}]");
    complete();
    complete();

    // When
    world.api().on("/more", "[{\"id\": \"" + PEOPLE + "\", \"name\": \"newer\"}]");
    Ending ending = complete();

    // Then
    assertThat(World.counts(ending)).extracting(KindCounts::updated).containsExactly(0L, 1L);
    assertThat(title(PEOPLE)).isEqualTo("newer");
    assertThat(comparisons()).isEqualTo(1);
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void whatSomebodyChangedByHandIsRepaired() throws Exception {
    somebody.edit("person", "7", "{'title': 'by hand'}");

    Ending ending = complete();

    assertThat(title(7)).isEqualTo("n7");
    assertThat(onlyKind(ending).updated()).isEqualTo(1);
    assertThat(comparisons()).isEqualTo(1);
  }

  @Test
  void whatSomebodyDeletedByHandComesBack() throws Exception {
    somebody.delete("person", "7");

    Ending ending = complete();

    assertThat(title(7)).isEqualTo("n7");
    assertThat(onlyKind(ending).created()).isEqualTo(1);
  }

  @Test
  void whatSomebodyChangedByHandWhileARunComparedItIsRepairedByTheNext() throws Exception {
    // Given: a run that compares everything, and an entity that is edited when that is over
    world.map(KIND.with("timeout: 59"));
    AtomicBoolean once = new AtomicBoolean();
    port.on(
        call -> {
          if (call.is("/datasource-entities") && !once.getAndSet(true)) {
            somebody.edit("person", "7", "{'title': 'by hand'}");
          }
          return Fault.NONE;
        });
    world.resync();
    assertThat(title(7)).isEqualTo("by hand");
    assertThat(comparisons()).isEqualTo(3);

    // When
    complete();

    // Then
    assertThat(title(7)).isEqualTo("n7");
    assertThat(comparisons()).isEqualTo(1);
  }

  @Test
  void whatIsStaleIsDeletedAndComesBackWhenTheSourceHasItAgain() throws Exception {
    // Given
    people(2, PEOPLE);
    complete();
    assertThat(title(1)).isEqualTo("(not there)");

    // When
    people(1, PEOPLE);
    Ending ending = complete();

    // Then
    assertThat(onlyKind(ending).created()).isEqualTo(1);
    assertThat(title(1)).isEqualTo("n1");
  }

  @Test
  void anotherMappingComparesEverything() throws Exception {
    world.map(KIND.with("timeout: 59"));
    complete();
    assertThat(comparisons()).isEqualTo(3);

    complete();
    assertThat(comparisons()).isZero();
  }

  @Test
  void anotherBlueprintComparesItsEntities() throws Exception {
    somebody.editBlueprint("person", "{'title': 'People'}");
    complete();
    assertThat(comparisons()).isEqualTo(3);

    complete();
    assertThat(comparisons()).isZero();
  }

  @Test
  void aRunInDoubtIsFollowedByAFullComparison() throws Exception {
    world.api().on("/people", any -> Told.status(403));
    assertThat(resync().result()).isInstanceOf(RunResult.Incomplete.class);

    people(1, PEOPLE);
    complete();
    assertThat(comparisons()).isEqualTo(3);
  }

  @Test
  void aRestartForgetsNothing() throws Exception {
    world.stop();

    complete();

    assertThat(comparisons()).isZero();
  }

  @Test
  void aStateThatIsLostIsFollowedByAFullComparison() throws Exception {
    world.stop();
    Files.delete(directory.resolve("state/portage-state.mv.db"));

    complete();

    assertThat(comparisons()).isEqualTo(3);
  }

  @Test
  void aListThatPortDoesNotGiveComparesEverything() throws Exception {
    AtomicBoolean once = new AtomicBoolean();
    port.on(
        call ->
            call.is("/datasource-entities") && !once.getAndSet(true)
                ? Fault.answer(403)
                : Fault.NONE);

    assertThat(world.resync().result()).isEqualTo(new RunResult.Complete());

    assertThat(comparisons()).isEqualTo(3);
    complete();
    assertThat(comparisons()).isZero();
  }

  @Test
  void whatTwoKindsGiveIsComparedEachTime() throws Exception {
    // Given
    world.map(KIND, Kind.of("/again", "person"));
    world.api().on("/again", "[{\"id\": \"7\", \"name\": \"n7\"}]");
    complete();

    // When
    Ending ending = complete();

    // Then
    assertThat(World.counts(ending)).extracting(KindCounts::unchanged).containsExactly(120L, 1L);
    assertThat(comparisons()).isEqualTo(2);
  }

  @Test
  void whatPortRejectsIsNotRememberedAndTheRestIs() throws Exception {
    // Given
    world.map(KIND.identifiedBy("if .id == \"7\" then \"not allowed\" else .id end"));
    assertThat(onlyKind(resync()).rejected()).isEqualTo(1);

    // When
    Ending ending = resync();

    // Then
    assertThat(onlyKind(ending).rejected()).isEqualTo(1);
    assertThat(onlyKind(ending).unchanged()).isEqualTo(PEOPLE - 1);
    assertThat(comparisons()).isEqualTo(1);
  }

  @Test
  void withoutMergingWhatPortHoldsBesideCounts() throws Exception {
    // Given
    world.map("enableMergeEntity: false\n" + Kind.mapping(List.of(KIND)));
    complete();
    complete();
    assertThat(comparisons()).isZero();

    // When
    somebody.edit("person", "7", "{'properties': {'note': 'by hand'}}");
    Ending ending = complete();

    // Then
    assertThat(onlyKind(ending).updated()).isEqualTo(1);
    // As in fill(): what was written in the very moment of the last look is compared once more.
    complete();
    complete();
    assertThat(comparisons()).isZero();
  }

  @Test
  void aFolderThatCannotBeWrittenCostsAComparisonAndOneWarning() throws Exception {
    Path blocked = Files.writeString(directory.resolve("blocked"), "").resolve("state");
    restartWith("PORTAGE__STATE__DIRECTORY", blocked.toString());

    List<String> said = Logged.by(State.class, this::complete);

    restartWith("PORTAGE__STATE__DIRECTORY", directory.resolve("state").toString());

    assertThat(said).hasSize(1);
    assertThat(said.get(0)).startsWith("WARN " + blocked + ": cannot be made");
    assertThat(comparisons()).isEqualTo(3);
  }

  @Test
  void theHistorySaysWhatWasTrusted() throws Exception {
    somebody.edit("person", "7", "{'title': 'by hand'}");
    complete();
    world.stop();

    String owner = MemorySteps.Keeping.ownerOf(world.settings()).key();
    try (StateStore store = new StateFile(directory.resolve("state")).open()) {
      PastRun last = store.runs(owner, 1).get(0);
      assertThat(last.result()).isEqualTo("complete");
      assertThat(last.reason()).isEmpty();
      assertThat(last.trusted()).isEqualTo(PEOPLE - 1);
      assertThat(last.kinds()).hasSize(1);
      assertThat(last.kinds().get(0).counts().updated()).isEqualTo(1);
    }
  }

  @Test
  void withoutTrustEverythingIsCompared() throws Exception {
    restartWith("PORTAGE__STATE__TRUST", "false");

    complete();

    restartWith("PORTAGE__STATE__TRUST", "true");

    assertThat(comparisons()).isEqualTo(3);
  }
}
