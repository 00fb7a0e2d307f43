package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.route.kind.ExpressionSteps;
import dev.portage.route.run.Ending;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping that is edited takes effect with the next resync of the living process. */
@Tag("slow")
class MappingEditTest {
  private static final Kind ONE = Kind.of("/one", "one");
  private static final Kind TWO = Kind.of("/two", "two");
  private static final Kind CHILDREN =
      Kind.of("/parents/{parent}/children", "child").discovering("parent", "/parents");

  @TempDir static Path directory;
  private static World world;

  @BeforeAll
  static void start() {
    world = new World(directory);
    world
        .api()
        .on("/one", "[{\"id\": \"1\", \"name\": \"n\"}]")
        .on("/two", "[{\"id\": \"2\", \"name\": \"n\"}]")
        .on("/three", "[{\"id\": \"3\", \"name\": \"n\"}]")
        .on("/parents", "[{\"id\": \"p\"}]")
        .on("/parents/p/children", "[{\"id\": \"c\", \"name\": \"n\"}]");
  }

  @AfterAll
  static void end() {
    world.close();
  }

  /** Three kinds in a mapping that no other test has, so that all routes are new. */
  @BeforeEach
  void begin() throws Exception {
    world.map(Kind.of("/three", "three"));
    world.resync();
    resync(ONE, TWO, CHILDREN);
    assertThat(kinds())
        .containsExactly(
            "kind-one",
            "kind-parents-parent-children",
            "kind-two",
            "parameter-parents-parent-children-parent");
    assertThat(calls("kind-one")).isEqualTo(1);
  }

  private static Ending resync(Kind... kinds) throws Exception {
    world.map(kinds);
    Ending ending = world.resync();
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    return ending;
  }

  private static Set<String> kinds() {
    return Jmx.ids("routes").stream()
        .filter(id -> id.startsWith("kind-") || id.startsWith("parameter-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> nodesOf(String route) {
    return Jmx.ids("processors").stream()
        .filter(id -> id.startsWith(route + "/"))
        .collect(Collectors.toSet());
  }

  private static long calls(String route) {
    return Jmx.node(route + "/call-source", "ExchangesTotal");
  }

  @Test
  void theRouteOfARemovedKindIsGone() throws Exception {
    resync(ONE, TWO);

    assertThat(kinds()).containsExactly("kind-one", "kind-two");
    assertThat(nodesOf("kind-parents-parent-children")).isEmpty();
    assertThat(nodesOf("parameter-parents-parent-children-parent")).isEmpty();
    assertThat(calls("kind-one")).isEqualTo(2);
    assertThat(world.identifiers("child")).isEmpty();
  }

  @Test
  void aNewKindGetsARoute() throws Exception {
    resync(ONE, TWO, CHILDREN, Kind.of("/three", "three"));

    assertThat(calls("kind-three")).isEqualTo(1);
    assertThat(calls("kind-one")).isEqualTo(2);
    assertThat(calls("parameter-parents-parent-children-parent")).isEqualTo(2);
  }

  @Test
  void aKindThatChangedBeginsAnew() throws Exception {
    resync(ONE.selecting(".id != \"1\""), TWO.identifiedBy(".id + \"x\""), CHILDREN);

    assertThat(Jmx.route("kind-one", "Description")).contains(".id != \"1\"");
    assertThat(calls("kind-one")).isEqualTo(1);
    assertThat(Jmx.node("kind-one/transform", "ExchangesTotal")).isZero();
    assertThat(world.identifiers("two")).contains("2x");
    assertThat(calls("kind-parents-parent-children")).isEqualTo(2);
  }

  @Test
  void aPathParameterThatIsTakenOutLosesItsRoute() throws Exception {
    resync(ONE, TWO, Kind.of("/parents/p/children", "child"));

    assertThat(kinds()).containsExactly("kind-one", "kind-parents-p-children", "kind-two");
    assertThat(world.identifiers("child")).containsExactly("c");
  }

  /** Each kind stands elsewhere: its counts go on, and stand in the report where it stands now. */
  @Test
  void anotherOrderKeepsTheCounters() throws Exception {
    Ending ending = resync(CHILDREN, Kind.of("/three", "three"), TWO, ONE);

    assertThat(calls("kind-one")).isEqualTo(2);
    assertThat(calls("kind-two")).isEqualTo(2);
    assertThat(calls("kind-parents-parent-children")).isEqualTo(2);
    assertThat(calls("parameter-parents-parent-children-parent")).isEqualTo(2);
    assertThat(ending.report().orElseThrow().run().kinds())
        .extracting(kind -> kind.kind() + " " + kind.counts().mapped())
        .containsExactly("/parents/{parent}/children 1", "/three 1", "/two 1", "/one 1");
  }

  @Test
  void whatIsSaidNamesThePlaceOfNow() throws Exception {
    Kind untitled = ONE.identifiedBy(".id + \"y\"");
    world.api().on("/one", "[{\"id\": \"1\"}]");
    resync(untitled, TWO);

    List<String> said = Logged.by(ExpressionSteps.class, () -> resync(TWO, untitled));

    world.api().on("/one", "[{\"id\": \"1\", \"name\": \"n\"}]");
    assertThat(calls("kind-one")).isEqualTo(2);
    assertThat(said)
        .containsExactly("WARN kind /one (resources[1]): title gave null for 1 of 1 items: .name");
  }

  /** Edits for years leave nothing behind: no bean, no route, no thread. */
  @Test
  void manyEditsLeaveNothingBehind() throws Exception {
    resync(ONE, TWO.with("max_concurrent_requests: 1"));
    int beans = ManagementFactory.getPlatformMBeanServer().getMBeanCount();
    int threads = pools();

    for (int edit = 0; edit < 15; edit++) {
      String query = ".id != \"%d\"".formatted(edit + 10);
      resync(
          ONE.selecting(query), TWO.selecting(query).with("max_concurrent_requests: 1"), CHILDREN);
      resync(ONE, TWO.with("max_concurrent_requests: 1"));
    }

    assertThat(ManagementFactory.getPlatformMBeanServer().getMBeanCount()).isEqualTo(beans);
    assertThat(pools()).isLessThanOrEqualTo(threads + 1);
  }

  private static int pools() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("endpoints-two"))
            .count();
  }
}
