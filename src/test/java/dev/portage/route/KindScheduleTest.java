package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code selector.schedule}: a kind that also runs on its own (ADR 0009). */
@Tag("slow")
class KindScheduleTest {
  private static final Kind FULL = Kind.of("/full", "full");
  private static final Kind EVERY_SECOND = Kind.of("/alone", "alone").with("schedule: 1s");
  private static final Kind ONCE_A_YEAR = Kind.of("/alone", "alone").with("schedule: '0 3 1 1 *'");

  @TempDir static Path directory;
  private static World world;
  private static List<String> askedBeforeAnyResync;

  @BeforeAll
  static void start() throws Exception {
    world =
        new World(directory)
            .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
            .environment("OCEAN__EVENT_LISTENER__APP_HOST", "https://me.example.com")
            .map(FULL, EVERY_SECOND);
    world.api().on("/full", "[]").on("/alone", "[{\"id\": 0}]");
    world.begin();
    World.await("the kind on its own", () -> world.identifiers("alone").contains("0"));
    askedBeforeAnyResync = world.api().asked().stream().map(Asked::path).distinct().toList();
  }

  @BeforeEach
  void forget() {
    world.api().forget();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  /** A full resync that is over; no run of a single kind reads {@code /full}. */
  private static void full() throws Exception {
    int asked = world.api().asked("/full").size();
    world.want();
    World.await("a full resync", () -> world.api().asked("/full").size() > asked);
    World.await("its end", () -> Jmx.node("requests/resync", "ExchangesInflight") == 0);
  }

  @Test
  void aKindWaitsForNoFullResyncToBeScheduled() {
    assertThat(askedBeforeAnyResync).containsExactly("/alone");
  }

  @Test
  void onlyThatKindRunsAndNothingIsDeletedAndPortGoesOnShowingTheFullResync() throws Exception {
    // Given a full resync
    world.api().on("/full", "[{\"id\": 1}, {\"id\": 2}]").on("/alone", "[{\"id\": 3}]");
    world.map(FULL, ONCE_A_YEAR);
    full();
    assertThat(world.identifiers("full")).containsExactly("1", "2");
    assertThat(world.identifiers("alone")).containsExactly("3");
    world.map(FULL, EVERY_SECOND);
    full();
    String shown = world.integration().path("resyncState").toString();
    assertThat(shown).contains("completed");

    // When entities of both kinds are gone, and one of the kinds runs on its own
    world.api().forget();
    world.api().on("/full", "[]").on("/alone", "[{\"id\": 4}]");
    World.await("the kind on its own", () -> world.identifiers("alone").contains("4"));

    // Then what it gave is there, and nothing else has happened
    assertThat(world.identifiers("alone")).containsExactly("3", "4");
    assertThat(world.identifiers("full")).containsExactly("1", "2");
    assertThat(world.api().asked("/full")).isEmpty();
    assertThat(world.integration().path("resyncState")).hasToString(shown);
  }

  @Test
  void itWaitsForTheResyncThatIsGoingOn() throws Exception {
    // Given a resync that takes longer than the schedule
    Gate gate = new Gate("[]");
    world.api().on("/full", gate).on("/alone", "[]");
    world.map(FULL, EVERY_SECOND);
    world.want();
    World.await("the full resync", () -> world.api().asked("/full").size() == 1);
    World.await("its other kind", () -> isOver("/alone"));
    int asked = world.api().asked("/alone").size();

    // When its time comes, and comes again
    World.await("the trigger", () -> Jmx.ids("routes").contains("trigger-kind-alone"));
    long ticks = Jmx.node("trigger-kind-alone/request", "ExchangesTotal");
    World.await(
        "two ticks", () -> Jmx.node("trigger-kind-alone/request", "ExchangesTotal") >= ticks + 2);

    // Then it does not run beside the resync, but right after it
    assertThat(world.api().asked("/alone")).hasSize(asked);
    assertThat(Jmx.node("requests/resync", "ExchangesInflight")).isEqualTo(1);
    gate.open();
    World.await("the kind again", () -> world.api().asked("/alone").size() > asked);
    assertThat(world.api().asked("/full")).hasSize(1);
  }

  private static boolean isOver(String path) {
    return !world.api().asked(path).isEmpty()
        && Jmx.node("kind-alone/await-upserts", "ExchangesInflight") == 0;
  }

  @Test
  void triggersFollowTheMapping() throws Exception {
    world.api().on("/full", "[]").on("/alone", "[]").on("/c", "[]");
    Kind hourly = Kind.of("/c", "c").with("schedule: 1h");
    world.map(FULL, EVERY_SECOND, hourly);
    full();
    assertThat(Jmx.ids("routes")).contains("trigger-kind-alone", "trigger-kind-c");
    assertThat(Jmx.route("trigger-kind-alone", "Description"))
        .isEqualTo("alone on its own, every PT1S");

    world.map(FULL.with("schedule: 0 3 * * 1-5"), Kind.of("/alone", "alone"), hourly);
    full();

    assertThat(Jmx.ids("routes"))
        .contains("trigger-kind-full", "trigger-kind-c", "kind-alone")
        .doesNotContain("trigger-kind-alone");
    assertThat(Jmx.route("trigger-kind-full", "Description"))
        .isEqualTo("full on its own, at 0 0 3 ? * 2,3,4,5,6");
  }
}
