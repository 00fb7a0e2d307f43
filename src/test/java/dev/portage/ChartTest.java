package dev.portage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The chart of ours: rendered by Helm itself, checked against Kubernetes' schemas, and read by
 * Portage.
 */
class ChartTest {
  private static final Path CHART = Path.of("deploy/helm/portage").toAbsolutePath();
  private static final Path VALUES = Path.of("src/test/resources/chart/own").toAbsolutePath();
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir private Path directory;

  private static TemplateCommand chart() {
    return new Helm(CHART)
        .template()
        .withName("try")
        .withNamespace("tools")
        .withKubeVersion("1.31.0");
  }

  /** The documents by kind; no chart of ours has two of one kind but ConfigMaps. */
  private static Map<String, JsonNode> rendered(String values) throws IOException {
    String text = chart().withValuesFile(VALUES.resolve(values + ".yaml")).call();
    Map<String, JsonNode> documents = new TreeMap<>();
    for (JsonNode document : YAML.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll()) {
      if (document.isObject()) {
        String name = document.at("/metadata/name").asText();
        String kind =
            document.path("kind").asText() + (name.endsWith("-dashboards") ? "-dashboards" : "");
        assertThat(documents.put(kind, document)).as("two of %s", kind).isNull();
      }
    }
    return documents;
  }

  private static JsonNode pod(Map<String, JsonNode> documents) {
    return documents.containsKey("CronJob")
        ? documents.get("CronJob").at("/spec/jobTemplate/spec/template/spec")
        : documents.get("Deployment").at("/spec/template/spec");
  }

  @ParameterizedTest
  @CsvSource({
    "01-smallest,             ConfigMap Deployment Service ServiceAccount",
    "02-credentials-in-values, ConfigMap Deployment Secret Service ServiceAccount",
    "03-cronjob,              ConfigMap CronJob ServiceAccount",
    "04-mapping-in-files,     ConfigMap Deployment Service ServiceAccount",
    "05-webhook,              ConfigMap Deployment Service ServiceAccount",
    "06-everything-around-it, ConfigMap ConfigMap-dashboards Deployment NetworkPolicy PodDisruptionBudget Service ServiceAccount ServiceMonitor",
    "07-private-network,      ConfigMap Deployment Service ServiceAccount",
    "08-openshift,            ConfigMap Deployment Service",
    "09-placed,               ConfigMap Deployment Service ServiceAccount",
    "10-cronjob-with-all,     ConfigMap CronJob NetworkPolicy Secret ServiceAccount"
  })
  void whatKubernetesGetsIsWhatItKnows(String values, String kinds) throws IOException {
    Map<String, JsonNode> documents = rendered(values);

    assertThat(documents.keySet()).containsExactly(kinds.split(" "));
    for (JsonNode document : documents.values()) {
      assertThat(KubernetesSchema.complaints(document))
          .as(document.path("kind").asText())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-smallest", "02-credentials-in-values", "03-cronjob", "04-mapping-in-files",
            "05-webhook",
        "06-everything-around-it", "07-private-network", "08-openshift", "09-placed",
            "10-cronjob-with-all"
      })
  void thePodIsLockedUpAndPortageReadsItsConfiguration(String values) throws IOException {
    Map<String, JsonNode> documents = rendered(values);
    JsonNode pod = pod(documents);
    JsonNode container = pod.at("/containers/0");

    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
    Settings settings = read(documents, container);
    boolean cron = documents.containsKey("CronJob");
    if (!cron) {
      assertThat(settings.run().http().open())
          .containsExactlyInAnyOrder("health", values.equals("05-webhook") ? "page" : "metrics");
    }
    assertThat(settings.trigger() instanceof Trigger.Once).isEqualTo(cron);
    assertThat(container.path("livenessProbe").isMissingNode()).isEqualTo(cron);
    assertThat(settings.warnings()).isEmpty();
  }

  /** As the container would: files in its folder, variables in its environment. */
  private Settings read(Map<String, JsonNode> documents, JsonNode container) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("OCEAN__PORT__CLIENT_ID", "id");
    environment.put("OCEAN__PORT__CLIENT_SECRET", "secret");
    environment.put("TEAM_API_TOKEN", "token");
    for (JsonNode variable : container.path("env")) {
      environment.put(variable.path("name").asText(), variable.path("value").asText());
    }
    Path files = Files.createDirectories(directory.resolve("etc"));
    for (Map.Entry<String, JsonNode> file : documents.get("ConfigMap").path("data").properties()) {
      String text = file.getValue().asText().replace("/etc/portage/", files + "/");
      Files.writeString(files.resolve(file.getKey()), text);
    }
    environment.compute(
        "PORTAGE_CONFIG", (name, path) -> path.replace("/etc/portage", files.toString()));
    return SettingsReader.read(environment, directory, List.of());
  }

  @Test
  void aChangedMappingMakesANewPod() {
    Path values = VALUES.resolve("04-mapping-in-files.yaml");
    String changed =
        chart().withValuesFile(values).set("mapping.entityDeletionThreshold", "0.5").call();

    assertThat(checksum(changed)).isNotEqualTo(checksum(chart().withValuesFile(values).call()));
  }

  private static String checksum(String text) {
    return text.lines().filter(line -> line.contains("checksum/config")).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          workload                      | StatefulSet  | workload
          prot.baseUrl                  | https://x    | prot
          service.port                  | 70000        | port
          port.baseUrl                  | api          | baseUrl
          config.port.client_secret     | hush         | /config/port
          terminationGracePeriodSeconds | 5            | terminationGracePeriodSeconds
          """)
  void wrongValuesAreRefused(String name, String value, String named) {
    TemplateCommand command =
        chart().withValuesFile(VALUES.resolve("01-smallest.yaml")).set(name, value);

    assertThatThrownBy(command::call).hasMessageContaining(named);
  }

  @Test
  void aChartWithoutCredentialsSaysWhatIsMissing() {
    assertThatThrownBy(() -> chart().call()).hasMessageContaining("port.clientId is missing");
  }

  @Test
  void helmFindsNothingToCriticise() {
    LintResult result = new Helm(CHART).lint().strict().call();

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }
}
