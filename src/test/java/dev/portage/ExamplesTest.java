package dev.portage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.portage.config.CommandLineValue;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.config.check.Validation;
import dev.portage.http.Masker;
import dev.portage.reconcile.RunResult;
import dev.portage.route.Portage;
import dev.portage.route.run.Ending;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example runs against answers in the shape of its API, so that none of them can rot. */
@Tag("slow")
class ExamplesTest {
  private static final Path FOLDER = Path.of("examples");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern VARIABLE = Pattern.compile("from env ([A-Z_]+)|\\$\\{([A-Z_]+)}");

  @TempDir Path directory;

  static Stream<String> examples() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleReadsItsApi(String name) throws Exception {
    JsonNode expected = JSON.readTree(FOLDER.resolve(name).resolve("expected.json").toFile());
    LocalCatalog catalog = new LocalCatalog(true);
    try (ExampleApi api = new ExampleApi(FOLDER.resolve(name).resolve("answers"));
        LocalCatalogServer port = LocalCatalogServer.start(catalog, 0)) {
      Map<String, String> environment = environment(name, api.url(), port.url());
      expected
          .path("environment")
          .propertyStream()
          .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));

      Ending ending = run(name, environment);

      assertThat(api.surprises()).isEmpty();
      assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
      assertThat(api.unused()).isEmpty();
      assertThat(entities(catalog, expected)).isEqualTo(expected.path("entities"));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsValidAndDescribed(String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    Validation validation = new Validation(Map.of(), Path.of(""));
    Path mapping = folder.resolve("port-app-config.yml");
    validation.files(List.of(folder.resolve("portage.yaml"), mapping), List.of());

    assertThat(validation.problems()).isEmpty();
    assertThat(validation.resources()).isGreaterThanOrEqualTo(2);
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains("--config examples/" + name + "/portage.yaml")
        .contains(variables(name).stream().filter(one -> !one.startsWith("PORT_")).toList());
  }

  @Test
  void theListNamesEveryExample() throws IOException {
    String list = Files.readString(FOLDER.resolve("README.md"));

    assertThat(examples().map(name -> "](" + name + "/README.md)").toList())
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(link -> assertThat(list).contains(link));
  }

  private Ending run(String name, Map<String, String> environment) throws Exception {
    List<CommandLineValue> options =
        List.of(
            CommandLineValue.configFile(
                FOLDER.resolve(name).resolve("portage.yaml").toAbsolutePath()),
            CommandLineValue.mappingFile(
                FOLDER.resolve(name).resolve("port-app-config.yml").toAbsolutePath()),
            CommandLineValue.once());
    Settings settings = SettingsReader.read(environment, directory, options);
    assertThat(settings.warnings()).isEmpty();
    try (Portage portage = Portage.start(settings, new Masker())) {
      return portage.ending().get(30, TimeUnit.SECONDS);
    }
  }

  /** Every variable that the example refers to, and the addresses of this machine. */
  private static Map<String, String> environment(String name, String api, String port)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables(name)) {
      boolean address = variable.endsWith("_URL");
      environment.put(variable, address ? api + "/" + variable : "value-of-" + variable);
    }
    JsonNode settings = YAML.readTree(FOLDER.resolve(name).resolve("portage.yaml").toFile());
    String base = settings.at("/integration/config/base_url").asText();
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", api + URI.create(base).getPath());
    environment.put("OCEAN__PORT__BASE_URL", port);
    return environment;
  }

  private static List<String> variables(String name) throws IOException {
    Matcher found =
        VARIABLE.matcher(Files.readString(FOLDER.resolve(name).resolve("portage.yaml")));
    return found
        .results()
        .map(one -> one.group(1) == null ? one.group(2) : one.group(1))
        .distinct()
        .toList();
  }

  private static JsonNode entities(LocalCatalog catalog, JsonNode expected) {
    Map<String, List<String>> entities = new TreeMap<>();
    for (String blueprint : catalog.blueprintIdentifiers()) {
      if (expected.path("entities").has(blueprint)) {
        entities.put(
            blueprint,
            catalog.entities(blueprint).stream()
                .map(entity -> entity.path("identifier").asText())
                .toList());
      }
    }
    return JSON.valueToTree(entities);
  }
}
