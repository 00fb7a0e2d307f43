package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.DeletionPlan;
import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An entity is deleted only after a pass that is proven complete (DESIGN, promise 2). */
class NeverAWrongDeleteTest {
  private static final Kind ONE = Kind.of("/one", "one");
  private static final Kind TWO =
      Kind.of("/two", "two").with("data_path: .items", "pagination: {type: page, page_size: 2}");
  private static final Kind CHILDREN =
      Kind.of("/parents/{parent}/children", "child").discovering("parent", "/parents");

  @TempDir static Path directory;
  private static World world;

  @BeforeAll
  static void start() {
    world = new World(directory);
  }

  @AfterAll
  static void end() {
    world.close();
  }

  /**
   * Something that goes wrong in the second run.
   *
   * @param happens to the world
   * @param reason what the run has to say about it
   */
  record Fault(String name, Consumer<World> happens, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        secondPage("500 for ever", Told.status(500), "answered 500 (tried 4 times)"),
        secondPage("403", Told.status(403), "answered 403; expected 2xx"),
        secondPage("404", Told.status(404), "answered 404; expected 2xx"),
        secondPage("401", Told.status(401), "answered 401; expected 2xx"),
        secondPage("no JSON", Told.json("<html>"), "answered 200 with a body that is no JSON"),
        secondPage("nothing", Told.json(""), "the answer is empty; expected JSON"),
        secondPage(
            "a redirect to nowhere",
            Told.status(302).with("Location", "http://["),
            "answered 302 without an address to go to"),
        new Fault("a JSON scalar", at("/one", "17"), "/one: "),
        new Fault(
            "an error body with status 200",
            at("/two", "{\"error\": \"busy\"}"),
            "/two: GET /two, page 1: data_path .items gave null"),
        new Fault(
            "a selector that fails on one item",
            w -> w.map(ONE.selecting(".name | startswith(\"n\")"), TWO, CHILDREN),
            "/one: item skipped: "),
        new Fault(
            "a discovery that fails",
            w -> w.api().on("/parents", any -> Told.status(403)),
            "/parents/{parent}/children: path parameter values: GET /parents, page 1: answered 403"),
        new Fault(
            "one of several endpoints that fails",
            w -> w.api().on("/parents/y/children", any -> Told.status(410)),
            "/parents/{parent}/children: GET /parents/y/children, page 1: answered 410"),
        new Fault(
            "a resource with a mistake",
            w -> w.map(ONE, TWO.identifiedBy(".id | nosuch("), CHILDREN),
            "resource 1 (/two) does not run"));
  }

  private static Fault secondPage(String name, Told told, String reason) {
    return new Fault(
        name,
        w -> w.api().on("/two", asked -> asked.page() == 2 ? told : Told.json(page(1, true))),
        "/two: GET /two, page 2: " + reason);
  }

  private static Consumer<World> at(String path, String body) {
    return w -> w.api().on(path, body);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void nothingIsDeletedWhileThereIsDoubt(Fault fault) throws Exception {
    // Given a first run that filled the catalog
    healthy(world);
    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("one")).containsExactly("1", "2", "3");

    // When something is gone and something new, and the second run meets the fault
    world.api().on("/one", "[{\"id\": 1, \"name\": \"n\"}, {\"id\": 2}, {\"id\": 4}]");
    fault.happens().accept(world);
    Ending doubtful = world.resync();

    // Then nothing is deleted, and the run says why
    assertThat(World.reasons(doubtful)).anyMatch(reason -> reason.startsWith(fault.reason()));
    assertThat(deletion(doubtful)).isInstanceOf(DeletionPlan.Withheld.class);
    assertThat(world.identifiers("one")).contains("1", "2", "3");
    assertThat(world.identifiers("two")).containsExactly("a", "b", "c");
    assertThat(world.identifiers("child")).containsExactly("x1", "y1");

    // When the third run meets no fault
    healthy(world);
    world.api().on("/one", "[{\"id\": 1}, {\"id\": 2}, {\"id\": 4}]");
    Ending clean = world.resync();

    // Then exactly what is stale is deleted
    assertThat(clean.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("one")).containsExactly("1", "2", "4");
    assertThat(world.identifiers("two")).containsExactly("a", "b", "c");
    assertThat(world.identifiers("child")).containsExactly("x1", "y1");
  }

  private static void healthy(World world) {
    world.map(ONE, TWO, CHILDREN);
    world
        .api()
        .on("/one", "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]")
        .on("/two", asked -> Told.json(page(asked.page(), asked.page() < 2)))
        .on("/parents", "[{\"id\": \"x\"}, {\"id\": \"y\"}]")
        .on("/parents/x/children", "[{\"id\": \"x1\"}]")
        .on("/parents/y/children", "[{\"id\": \"y1\"}]");
  }

  private static String page(int number, boolean more) {
    String items = number == 1 ? "{\"id\": \"a\"}, {\"id\": \"b\"}" : "{\"id\": \"c\"}";
    return "{\"items\": [%s], \"has_more\": %s}".formatted(items, more);
  }

  private static DeletionPlan deletion(Ending ending) {
    return ending.report().flatMap(RunReport::deletion).orElseThrow();
  }
}
