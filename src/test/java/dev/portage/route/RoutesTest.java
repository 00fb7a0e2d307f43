package dev.portage.route;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.route.kind.ExpressionSteps;
import dev.portage.route.kind.KindSteps;
import dev.portage.route.kind.ParameterSteps;
import dev.portage.route.observe.HealthSteps;
import dev.portage.route.observe.MetricsSteps;
import dev.portage.route.port.PortSteps;
import dev.portage.route.resync.ResyncSteps;
import dev.portage.route.source.SourceSteps;
import dev.portage.route.status.LogSteps;
import dev.portage.route.status.StatusCallSteps;
import dev.portage.route.status.StatusSteps;
import dev.portage.route.status.TellSteps;
import dev.portage.route.trigger.KafkaSteps;
import dev.portage.route.trigger.OnceSteps;
import dev.portage.route.trigger.PollingSteps;
import dev.portage.route.trigger.RequestsSteps;
import dev.portage.route.trigger.WebhookSteps;
import dev.portage.route.web.OperateSteps;
import dev.portage.route.web.PageSteps;
import dev.portage.route.write.MemorySteps;
import dev.portage.route.write.ReconcileSteps;
import dev.portage.route.write.UnrelatedSteps;
import dev.portage.route.write.UpsertSteps;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The routes are the table of contents of the product: their words are those of the step beans. */
class RoutesTest {
  private static final Map<String, Class<?>> BEANS =
      Map.ofEntries(
          entry("{{kind}}", KindSteps.class),
          entry("{{parameter}}", ParameterSteps.class),
          entry("source", SourceSteps.class),
          entry("port", PortSteps.class),
          entry("upsert", UpsertSteps.class),
          entry("reconcile", ReconcileSteps.class),
          entry("memory", MemorySteps.class),
          entry("unrelated", UnrelatedSteps.class),
          entry("resync", ResyncSteps.class),
          entry("once", OnceSteps.class),
          entry("status", StatusSteps.class),
          entry("tell", TellSteps.class),
          entry("status-call", StatusCallSteps.class),
          entry("logs", LogSteps.class),
          entry("expressions", ExpressionSteps.class),
          entry("requests", RequestsSteps.class),
          entry("polling", PollingSteps.class),
          entry("webhook", WebhookSteps.class),
          entry("health", HealthSteps.class),
          entry("metrics", MetricsSteps.class),
          entry("kafka", KafkaSteps.class),
          entry("page", PageSteps.class),
          entry("operate", OperateSteps.class));

  /** Two nodes of one route cannot have one name: the step is the same. */
  private static final Map<String, String> SECOND_NAMES =
      Map.of(
          "last-batch", "batch",
          "last-handed-over", "handed-over",
          "left-over-handed-over", "handed-over");

  private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");

  static List<RouteFile> files() {
    return RouteFile.all();
  }

  static List<RouteFile.Route> routes() {
    return files().stream().flatMap(file -> file.routes().stream()).toList();
  }

  static Stream<RouteFile.Node> nodes() {
    return routes().stream().flatMap(route -> route.nodes().stream());
  }

  @Test
  void theRoutesAreThoseThatAreLoaded() {
    assertThat(files())
        .extracting(RouteFile::name)
        .contains("resync", "reconcile", "kind", "parameter", "source", "port", "trigger-once");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aRouteHasAnIdADescriptionAndAGroup(RouteFile.Route route) {
    assertThat(route.id()).matches(KEBAB);
    assertThat(route.text("description")).isNotBlank();
    assertThat(route.text("group")).isNotBlank();
  }

  /** One without a group lies in a folder {@code default} of Hawtio (see {@code DiagramTest}). */
  @Test
  void everyRouteThatIsStartedHasAGroup(@TempDir Path directory) throws Exception {
    try (World world = new World(directory)) {
      world
          .map(
              Kind.of("/teams", "team").with("schedule: 1h"),
              Kind.of("'/teams/{team}/members'", "member")
                  .with("path_parameters: {team: {endpoint: /teams, data_path: ., field: .id}}"))
          .api()
          .on("/teams", "[{\"id\": 1}]")
          .on("/teams/1/members", "[{\"id\": 2}]");
      world.environment("OCEAN__EVENT_LISTENER__TYPE", "POLLING").begin();
      World.await("the resync", () -> !world.identifiers("member").isEmpty());

      assertThat(Jmx.ids("routes"))
          .contains("resync", "kind-teams", "trigger-kind-teams", "trigger-polling")
          .anyMatch(id -> id.startsWith("parameter-"))
          .allSatisfy(id -> assertThat(Jmx.route(id, "RouteGroup")).as(id).matches(KEBAB));
    }
  }

  @Test
  void theIdOfARouteIsUnique() {
    assertThat(routes()).extracting(RouteFile.Route::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyNodeOfARouteHasAnIdOfItsOwn(RouteFile.Route route) {
    assertThat(route.nodes())
        .isNotEmpty()
        .extracting(RouteFile.Node::id)
        .allSatisfy(id -> assertThat(id).matches(KEBAB))
        .doesNotHaveDuplicates();
  }

  /** Hawtio and the status page show it beside the id, so that a diagram reads like the walk. */
  @ParameterizedTest
  @MethodSource("routes")
  void everyNodeOfARouteSaysWhatHappensOrWhy(RouteFile.Route route) {
    assertThat(route.nodes())
        .allSatisfy(
            node ->
                assertThat(node.description())
                    .as(node.id())
                    .hasSizeBetween(5, 120)
                    .doesNotContain("{{")
                    .doesNotEndWith(".")
                    .isNotEqualToIgnoringCase(node.id().replace('-', ' '))
                    .isNotEqualTo(route.text("description")));
  }

  /** Without a prefix the same step of two routes would have one id in JMX and metrics. */
  @ParameterizedTest
  @MethodSource("routes")
  void theIdsOfARouteAreKeptApartFromThoseOfOthers(RouteFile.Route route) {
    if (route.parameters().isEmpty()) {
      assertThat(route.text("nodePrefixId")).isEqualTo(route.id() + "/");
    } else {
      // KindRoutes gives the prefix to what is made from a template.
      assertThat(route.text("nodePrefixId")).isEmpty();
    }
  }

  @Test
  void aStepHasTheNameOfItsMethod() {
    assertThat(nodes().filter(node -> node.call() != null))
        .isNotEmpty()
        .allSatisfy(
            node ->
                assertThat(kebab(node.call().path("method").asText()))
                    .isEqualTo(SECOND_NAMES.getOrDefault(node.id(), node.id())));
  }

  @Test
  void theRoutesNameNoMethodThatIsNotThere() {
    assertThat(nodes().filter(node -> node.call() != null))
        .allSatisfy(
            node -> {
              Class<?> bean = BEANS.get(node.call().path("ref").asText());
              assertThat(bean).as("the bean of " + node.id()).isNotNull();
              assertThat(steps(bean)).contains(node.call().path("method").asText());
            });
  }

  @Test
  void everyStepOfABeanIsUsedByARoute() {
    Map<String, Set<String>> used =
        files().stream()
            .flatMap(file -> file.calls().stream())
            .collect(
                Collectors.groupingBy(
                    call -> call.path("ref").asText(),
                    Collectors.mapping(call -> call.path("method").asText(), Collectors.toSet())));
    BEANS.forEach(
        (ref, bean) ->
            assertThat(used.get(ref)).as(ref).containsExactlyInAnyOrderElementsOf(steps(bean)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aTemplateSaysWhatItsParametersAre(RouteFile file) {
    for (RouteFile.Route route : file.routes()) {
      Set<String> used = new HashSet<>(route.placeholders());
      used.removeIf(name -> name.startsWith("portage."));
      assertThat(route.parameters())
          .allSatisfy(parameter -> assertThat(parameter.path("description").asText()).isNotBlank())
          .extracting(parameter -> parameter.path("name").asText())
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  /** No logic in the routes: a condition asks one word, everything else is a step with a name. */
  @Test
  void theRoutesHoldNoLogic() {
    Set<String> expressions = new TreeSet<>();
    files().forEach(file -> file.texts("simple").forEach(expressions::add));
    assertThat(expressions)
        .isNotEmpty()
        .allSatisfy(
            text -> assertThat(text).matches("\\$\\{(variable\\.)?\\w+(\\.\\w+)*}( == null)?"));
    assertThat(files())
        .allSatisfy(file -> assertThat(file.texts("setProperty")).isEmpty())
        .allSatisfy(file -> assertThat(file.texts("groovy")).isEmpty());
  }

  @Test
  void theRoutesUseThreeVariables() {
    Set<String> names = new HashSet<>();
    nodes()
        .filter(node -> node.kind().equals("setVariable"))
        .forEach(node -> names.add(node.value().path("name").asText()));
    assertThat(names).containsExactlyInAnyOrder("run", "request", "upsert");
  }

  /** The public methods of a bean that a route may call. */
  private static List<String> steps(Class<?> bean) {
    return Arrays.stream(bean.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .map(Method::getName)
        .filter(name -> !name.equals("process"))
        .toList();
  }

  private static String kebab(String camel) {
    return camel.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  @Test
  void aFilterAsksWhatTheMappingSays() {
    JsonNode filter =
        nodes()
            .filter(node -> node.id().equals("filter"))
            .findFirst()
            .orElseThrow()
            .value()
            .path("expression");
    assertThat(filter.path("jq").path("expression").asText())
        .isEqualTo("resource:ref:{{kind}}-selector");
  }
}
