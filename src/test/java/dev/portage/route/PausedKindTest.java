package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.reconcile.DeletionPlan;
import dev.portage.reconcile.RunReport;
import dev.portage.route.run.Ending;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kind that an operator paused, or whose route he stopped, is not read, and nothing is deleted.
 */
@Tag("slow")
class PausedKindTest {
  @TempDir Path directory;
  private World world;

  @BeforeEach
  void start() throws Exception {
    world = new World(directory);
    world.map(Kind.of("/users", "user"), Kind.of("/teams", "team"));
    world
        .api()
        .on("/users", "[{\"id\": \"u1\"}, {\"id\": \"u2\"}]")
        .on("/teams", "[{\"id\": \"t1\"}]");
    world.resync();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private KindStatus kind(String slug) {
    return world.watch().kind(slug).orElseThrow();
  }

  private static String deletion(Ending ending) {
    return ending.report().flatMap(RunReport::deletion).map(DeletionPlan::text).orElseThrow();
  }

  @Test
  void aPausedKindIsNotReadUntilItIsResumed() throws Exception {
    // Given a kind of which one entity is gone
    world.api().on("/users", "[{\"id\": \"u1\"}]").asked().clear();
    world.watch().pause("users");

    // When
    Ending paused = world.resync();

    // Then
    assertThat(world.api().asked("/users")).isEmpty();
    assertThat(world.api().asked("/teams")).hasSize(1);
    assertThat(World.reasons(paused))
        .containsExactly("/users: paused by an operator, so it was not read");
    assertThat(deletion(paused)).startsWith("withheld: ").contains("paused by an operator");
    assertThat(world.identifiers("user")).containsExactly("u1", "u2");
    assertThat(kind("users").state()).isEqualTo(KindState.PAUSED);
    assertThat(kind("teams").state()).isEqualTo(KindState.COMPLETE);
    assertThat(kind("users").deletion().withheld()).contains("paused by an operator");

    // And when it is resumed
    world.watch().resume("users");
    Ending resumed = world.resync();

    // Then
    assertThat(World.reasons(resumed)).isEmpty();
    assertThat(world.identifiers("user")).containsExactly("u1");
    assertThat(kind("users").deletion().deleted()).isEqualTo(1);
    assertThat(kind("users").history()).extracting("read").containsExactly(2L, 1L);
  }

  @Test
  void aKindWhoseRouteWasStoppedHoldsUpNobody() throws Exception {
    Jmx.operate("kind-users", "stop");
    assertThat(kind("users").state()).isEqualTo(KindState.STOPPED);

    long begun = System.nanoTime();
    Ending ending = world.resync();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    assertThat(World.reasons(ending))
        .containsExactly("/users: its route kind-users was stopped, so it was not read");
    assertThat(deletion(ending)).startsWith("withheld: ");
    assertThatThrownBy(() -> world.watch().resync("users"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("kind-users was stopped");

    world.watch().resume("users");
    assertThat(World.reasons(world.resync())).isEmpty();
  }

  @Test
  void aRouteThatIsStoppedInTheMiddleOfARunHoldsUpNobody() throws Exception {
    // Given the second page is on its way
    Gate gate = new Gate("[{\"id\": \"u2\"}]");
    CountDownLatch asking = new CountDownLatch(1);
    world.map(
        Kind.of("/users", "user").with("pagination: {type: page, page_size: 1}"),
        Kind.of("/teams", "team"));
    world
        .api()
        .on(
            "/users",
            asked -> {
              if (asked.page() == 1) {
                return Told.json("[{\"id\": \"u1\"}]");
              }
              asking.countDown();
              return gate.answer(asked);
            });
    CompletableFuture<Ending> run =
        CompletableFuture.supplyAsync(() -> Jmx.request("direct:resync", Ending.class));
    assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();

    // When
    Jmx.operate("kind-users", "stop");
    gate.open();

    // Then
    Ending ending = run.get(20, TimeUnit.SECONDS);
    assertThat(World.reasons(ending)).isNotEmpty();
    assertThat(deletion(ending)).startsWith("withheld: ");
    assertThat(kind("teams").pass().reasons()).isEmpty();
  }

  @Test
  void aKindThatIsPausedInTheMiddleReadsNoFurtherPage() throws Exception {
    world.map(Kind.of("/users", "user").with("pagination: {type: page, page_size: 1}"));
    world
        .api()
        .on(
            "/users",
            asked -> {
              world.watch().pause("users");
              return Told.json("[{\"id\": \"u1\"}]");
            });
    world.api().asked().clear();

    Ending ending = world.resync();

    assertThat(world.api().asked("/users")).hasSize(1);
    assertThat(World.reasons(ending))
        .containsExactly("/users: paused by an operator before its end");
  }

  @Test
  void aPausedKindStaysSoWhenItsResourceIsEdited() throws Exception {
    world.watch().pause("users");
    world.map(Kind.of("/users", "user").selecting(".id != null"), Kind.of("/teams", "team"));

    world.resync();

    assertThat(kind("users").state()).isEqualTo(KindState.PAUSED);
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    world.watch().pause("users");
    assertThatThrownBy(() -> world.watch().resync("users"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("users is paused; expected it to be resumed first");
    assertThatThrownBy(() -> world.watch().pause("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no kind nobody; expected one of users, teams");
    assertThatThrownBy(() -> world.watch().resync())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("this is a single run; expected");
    assertThat(world.watch().kinds())
        .extracting(status -> status.kind().slug())
        .isEqualTo(List.of("users", "teams"));
  }
}
