package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alert rules ask for metrics that there are, in queries that are whole. */
class DashboardsTest {
  private static final Path DASHBOARD = Path.of("deploy/grafana/portage.json");
  private static final Path ALERTS = Path.of("deploy/prometheus/alerts.yaml");
  private static final Path ALERTS_TEST = Path.of("deploy/prometheus/alerts_test.yaml");

  /** A name that is followed by labels, a range or an operator, and not by an opening bracket. */
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:portage|jvm|camel|process|object|success|duration)_[a-z_]+\\b");

  @TempDir Path directory;

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));
    dashboard
        .path("panels")
        .forEach(
            panel ->
                panel.path("targets").forEach(target -> queries.add(target.path("expr").asText())));
    rules().forEach(rule -> queries.add(rule.path("expr").asText()));
    return queries;
  }

  private static Stream<JsonNode> rules() throws IOException {
    JsonNode alerts = new YAMLMapper().readTree(Files.readString(ALERTS));
    List<JsonNode> rules = new ArrayList<>();
    alerts.path("groups").forEach(group -> group.path("rules").forEach(rules::add));
    return rules.stream();
  }

  private static Set<String> metrics(String query) {
    Set<String> names = new TreeSet<>();
    Matcher metric = METRIC.matcher(query.replaceAll("\"[^\"]*\"", ""));
    while (metric.find()) {
      names.add(metric.group());
    }
    return names;
  }

  @Test
  @Tag("slow")
  void everyMetricThatIsAskedForIsThere() throws Exception {
    // Given a process that has run once, with a schedule
    try (World world = new World(directory)) {
      world
          .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
          .environment("OCEAN__EVENT_LISTENER__APP_HOST", "http://portage.test")
          .environment("OCEAN__SCHEDULED_RESYNC_INTERVAL", "60")
          .map(Kind.of("/users", "user"));
      world.api().on("/users", "[{\"id\": 1}]");
      world.begin();
      world.watch().resync();
      World.await("a run", () -> !world.watch().process().runs().isEmpty());

      // When
      Set<String> there = Scrape.of(world.httpPort()).names();

      // Then
      assertThat(queries())
          .hasSizeGreaterThan(25)
          .allSatisfy(query -> assertThat(there).as(query).containsAll(metrics(query)));
    }
  }

  @Test
  void queriesAreWhole() throws Exception {
    assertThat(queries())
        .allSatisfy(
            query -> {
              String bare = query.replaceAll("\"[^\"]*\"", "");
              assertThat(bare).doesNotContain("\"");
              for (String pair : List.of("()", "[]", "{}")) {
                assertThat(bare.chars().filter(c -> c == pair.charAt(0)).count())
                    .as(query)
                    .isEqualTo(bare.chars().filter(c -> c == pair.charAt(1)).count());
              }
            });
  }

  @Test
  void everyAlertSaysWhatToDoAndIsTested() throws Exception {
    JsonNode tests = new YAMLMapper().readTree(Files.readString(ALERTS_TEST));
    Set<String> tested = new TreeSet<>(tests.findValuesAsText("alertname"));

    assertThat(rules())
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.path("alert").asText()).startsWith("Portage");
              assertThat(rule.path("for").asText()).matches("\\d+[mh]");
              assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
              assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
              assertThat(rule.at("/annotations/description").asText()).hasSizeGreaterThan(30);
            });
    assertThat(rules().map(rule -> rule.path("alert").asText()).toList()).containsAll(tested);
    assertThat(tested).hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void promtoolAgreesWhereItIsInstalled() throws Exception {
    Assumptions.assumeTrue(isInstalled(), "promtool is not installed; its checks are skipped");
    assertThat(promtool("check", "rules", ALERTS.toString())).isZero();
    assertThat(promtool("test", "rules", ALERTS_TEST.toString())).isZero();
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }

  private static int promtool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
