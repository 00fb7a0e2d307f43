package dev.portage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.cli.demo.DemoWorld;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.http.Masker;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.RunResult;
import dev.portage.route.Jmx;
import dev.portage.route.Portage;
import dev.portage.route.run.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as an operator sees it in JMX: every number has to be that of the report. */
class EndToEndTest {
  /** The routes of the kinds, in the order of the mapping. */
  private static final Map<String, String> ROUTES =
      Map.of(
          "/teams", "kind-teams",
          "/services", "kind-services",
          "/deployments", "kind-deployments",
          "/incidents", "kind-incidents",
          "/teams/{team}/members", "kind-teams-team-members");

  @TempDir static Path empty;
  private static DemoWorld world;
  private static Portage portage;
  private static Ending ending;

  @BeforeAll
  static void runTheDemonstration() throws Exception {
    world = DemoWorld.start(0);
    Settings settings = SettingsReader.read(world.environment(), empty, List.of());
    portage = Portage.start(settings, new Masker());
    ending = portage.ending().get(60, TimeUnit.SECONDS);
  }

  @AfterAll
  static void end() {
    portage.close();
    world.close();
  }

  private static List<KindRun> kinds() {
    return ending.report().orElseThrow().run().kinds();
  }

  @Test
  void everythingReadIsInTheCatalog() {
    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(kinds())
        .extracting(KindRun::kind)
        .containsExactlyInAnyOrderElementsOf(ROUTES.keySet());
    for (KindRun kind : kinds()) {
      KindCounts counts = kind.counts();
      assertThat(counts.mapped()).as(kind.kind()).isPositive().isEqualTo(counts.upserted());
      String blueprint = kind.blueprint().replace("\"", "");
      assertThat(world.catalog().catalog().count(blueprint)).isEqualTo((int) counts.mapped());
    }
  }

  @Test
  void theNodesOfARouteCountWhatTheReportCounts() {
    SoftAssertions all = new SoftAssertions();
    for (KindRun kind : kinds()) {
      KindCounts counts = kind.counts();
      Node nodes = new Node(ROUTES.get(kind.kind()), all);
      nodes.count("call-source", counts.pages());
      nodes.count("data-path", counts.pages());
      nodes.count("next-request", counts.pages());
      nodes.count("enrich", counts.read());
      nodes.count("filter", counts.read());
      nodes.count("transform", counts.mapped() + counts.skipped());
      nodes.sum("batch", "last-batch", counts.batches());
      nodes.sum("upsert", "last-upsert", counts.batches());
    }
    all.assertAll();
  }

  @Test
  void everyItemIsAccountedFor() {
    assertThat(kinds()).allSatisfy(kind -> assertThat(kind.counts().discrepancies()).isEmpty());
    assertThat(kinds().stream().mapToLong(kind -> kind.counts().filtered()).sum()).isPositive();
  }

  @Test
  void aRouteSaysWhereItBelongs() {
    assertThat(ROUTES.values())
        .allSatisfy(
            route -> {
              assertThat(Jmx.route(route, "RouteGroup")).isEqualTo("kinds");
              assertThat(Jmx.route(route, "EndpointUri")).isEqualTo("direct://" + route);
            });
    assertThat(Jmx.route("parameter-teams-team-members-team", "RouteGroup"))
        .isEqualTo("parameters");
  }

  @Test
  void aRouteSaysWhatItReads() {
    ROUTES.forEach(
        (kind, route) ->
            assertThat(Jmx.route(route, "Description").toString()).startsWith("GET " + kind + " "));
    assertThat(Jmx.route("parameter-teams-team-members-team", "Description"))
        .isEqualTo("GET /teams");
  }

  @Test
  void everyRouteIsThereAndDescribed() {
    Set<String> expected = new TreeSet<>(ROUTES.values());
    expected.addAll(
        Set.of("trigger-once", "resync", "reconcile", "parameter-teams-team-members-team"));
    expected.addAll(Set.of("source-call", "source-login", "source-send"));
    expected.addAll(Set.of("port-call", "port-login", "port-send", "port-upsert"));
    assertThat(Jmx.ids("routes"))
        .containsAll(expected)
        .allSatisfy(route -> assertThat(Jmx.route(route, "Description")).isNotBlank())
        .allSatisfy(route -> assertThat(Jmx.route(route, "RouteGroup")).isNotBlank());
  }

  @Test
  void everyNodeBearsTheNameOfItsRoute() {
    Set<String> prefixes =
        Jmx.ids("routes").stream().map(route -> route + "/").collect(Collectors.toSet());
    assertThat(Jmx.ids("processors"))
        .hasSizeGreaterThan(100)
        .allMatch(id -> prefixes.stream().anyMatch(id::startsWith))
        // Camel numbers what nobody named: split1, setBody7.
        .noneMatch(id -> id.matches(".*\\d$"));
  }

  /** The nodes of one route. */
  private record Node(String route, SoftAssertions all) {
    void count(String node, long expected) {
      all.assertThat(total(node)).as(route + "/" + node).isEqualTo(expected);
    }

    void sum(String node, String other, long expected) {
      all.assertThat(total(node) + total(other)).as(route + "/" + node).isEqualTo(expected);
    }

    private long total(String node) {
      return Jmx.node(route + "/" + node, "ExchangesTotal");
    }
  }
}
