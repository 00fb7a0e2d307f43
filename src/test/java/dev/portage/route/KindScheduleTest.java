package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code selector.schedule}: a kind that also runs on its own (ADR 0009). */
class KindScheduleTest {
  private static final String EVERY_SECOND = "schedule: 1s";
  private static final String NOT_TODAY = "schedule: '0 3 1 1 *'";

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void start() {
    world =
        new World(directory)
            .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
            .environment("OCEAN__EVENT_LISTENER__APP_HOST", "https://me.example.com")
            .environment("APPLICATION__PORT", "0");
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void onlyThatKindRunsAndNothingIsDeletedAndPortGoesOnShowingTheFullResync() throws Exception {
    // Given a full resync
    world.api().on("/slow", "[{\"id\": 1}, {\"id\": 2}]").on("/quick", "[{\"id\": 1}]");
    world.map(Kind.of("/slow", "slow"), Kind.of("/quick", "quick").with(NOT_TODAY)).begin();
    full();
    assertThat(world.identifiers("slow")).containsExactly("1", "2");

    // When entities of both kinds are gone, and one of them runs alone
    world.api().forget();
    world.api().on("/slow", "[{\"id\": 2}]").on("/quick", "[{\"id\": 3}]");
    world.map(Kind.of("/slow", "slow"), Kind.of("/quick", "quick").with(EVERY_SECOND));
    full();
    assertThat(world.identifiers("slow")).containsExactly("2");
    assertThat(world.identifiers("quick")).containsExactly("3");
    String shown = world.integration().path("resyncState").toString();
    world.api().forget();
    world.api().on("/quick", "[{\"id\": 4}]");
    World.await("the kind on its own", () -> world.identifiers("quick").contains("4"));

    // Then what it gave is there, and nothing else has happened
    assertThat(world.identifiers("quick")).containsExactly("3", "4");
    assertThat(world.identifiers("slow")).containsExactly("2");
    assertThat(world.api().asked("/slow")).isEmpty();
    assertThat(world.integration().path("resyncState")).hasToString(shown);
  }

  /** A full resync that is over; {@code /slow}, or {@code /a}, is read in no other run. */
  private void full() throws Exception {
    long done = Jmx.node("reconcile/decide", "ExchangesCompleted");
    long asked = asked();
    world.want();
    World.await("a full resync", () -> asked() >= asked + 1);
    World.await(
        "its end", () -> Jmx.node("reconcile/decide", "ExchangesCompleted") > done && isIdle());
  }

  private long asked() {
    return world.api().asked("/slow").size() + world.api().asked("/a").size();
  }

  private static boolean isIdle() {
    return Jmx.node("requests/resync", "ExchangesInflight") == 0;
  }

  @Test
  void aKindWaitsForNoResyncToBeScheduled() throws Exception {
    world.api().on("/quick", "[{\"id\": 1}]").on("/slow", "[]");
    world.map(Kind.of("/slow", "slow"), Kind.of("/quick", "quick").with(EVERY_SECOND)).begin();

    World.await("the kind on its own", () -> world.identifiers("quick").contains("1"));

    assertThat(world.api().asked("/slow")).isEmpty();
    assertThat(Jmx.route("trigger-kind-quick", "Description"))
        .isEqualTo("quick on its own, every PT1S");
  }

  @Test
  void itWaitsForTheResyncThatIsGoingOn() throws Exception {
    // Given a resync that takes longer than the schedule
    Gate gate = new Gate("[]");
    world.api().on("/slow", gate).on("/quick", "[]");
    world.map(Kind.of("/slow", "slow"), Kind.of("/quick", "quick").with(EVERY_SECOND)).begin();
    World.await("a run of the kind", () -> !world.api().asked("/quick").isEmpty());
    world.want();
    World.await("the full resync", () -> world.api().asked("/slow").size() == 1);

    // When its time comes, and comes again
    long ticks = Jmx.node("trigger-kind-quick/request", "ExchangesTotal");
    World.await(
        "two ticks", () -> Jmx.node("trigger-kind-quick/request", "ExchangesTotal") >= ticks + 2);
    int asked = world.api().asked("/quick").size();

    // Then it does not run beside the resync, but right after it
    assertThat(Jmx.node("resync/begin", "ExchangesTotal"))
        .isEqualTo(Jmx.node("requests/served", "ExchangesTotal") + 1);
    gate.open();
    World.await("the kind again", () -> world.api().asked("/quick").size() > asked);
    assertThat(world.api().asked("/slow")).hasSize(1);
  }

  @Test
  void triggersFollowTheMapping() throws Exception {
    world.api().on("/a", "[]").on("/b", "[]").on("/c", "[]");
    world.map(Kind.of("/a", "a").with(NOT_TODAY), Kind.of("/b", "b").with(NOT_TODAY)).begin();
    assertThat(Jmx.ids("routes")).contains("trigger-kind-a", "trigger-kind-b");

    world.map(
        Kind.of("/a", "a"),
        Kind.of("/b", "b").with(NOT_TODAY),
        Kind.of("/c", "c").with("schedule: 2h"));
    full();

    assertThat(Jmx.ids("routes"))
        .contains("trigger-kind-b", "trigger-kind-c", "kind-a")
        .doesNotContain("trigger-kind-a");
  }
}
