package dev.portage.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.portage.config.CommandLineValue;
import dev.portage.config.ConfigException;
import dev.portage.config.Document;
import dev.portage.config.Located;
import dev.portage.config.Locator;
import dev.portage.config.MappingFindings;
import dev.portage.config.MappingReader;
import dev.portage.config.Problem;
import dev.portage.config.Resource;
import dev.portage.config.Settings;
import dev.portage.config.SettingsFindings;
import dev.portage.config.SettingsReader;
import dev.portage.config.SourceSettings;
import dev.portage.jq.JqOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One check of settings and mappings; collects what is wrong. */
public final class Validation {
  /** What a mapping is checked with where the settings are not complete. */
  private static final Map<String, String> STAND_IN =
      Map.of(
          "OCEAN__PORT__CLIENT_ID", "none",
          "OCEAN__PORT__CLIENT_SECRET", "none",
          "OCEAN__INTEGRATION__CONFIG__BASE_URL", "https://api.example.com");

  private final Map<String, String> environment;
  private final Path directory;
  private final TreeSet<Located> problems = new TreeSet<>();
  private final List<Checked> mappings = new ArrayList<>();

  /**
   * Nothing is checked yet.
   *
   * @param environment of the process
   * @param directory where {@code .env} and the files may lie
   */
  public Validation(Map<String, String> environment, Path directory) {
    this.environment = environment;
    this.directory = directory;
  }

  /** A mapping that was read, and where its mistakes stand. */
  private record Checked(List<Resource> resources, Locator locator) {}

  /** Everything that is wrong, in the order of files and lines. */
  public List<Located> problems() {
    return List.copyOf(problems);
  }

  /** How many resources could be read. */
  public long resources() {
    return mappings.stream()
        .flatMap(one -> one.resources().stream().map(Resource::index).distinct())
        .count();
  }

  /**
   * Checks what a run would begin with.
   *
   * @return the settings, when they are right
   */
  public Optional<Settings> settings(List<CommandLineValue> options) {
    SettingsFindings findings = SettingsReader.check(environment, directory, options);
    note(findings, findings.problems());
    return findings.settings();
  }

  /**
   * Checks single files. What they leave out may come from elsewhere, so nothing is missing.
   *
   * @param options of the command line, for what no file among them says
   * @return the settings, when they are right and complete
   */
  public Optional<Settings> files(List<Path> files, List<CommandLineValue> options) {
    List<Document> read = files.stream().flatMap(file -> document(file).stream()).toList();
    Optional<Settings> settings = Optional.empty();
    List<Document> connections = read.stream().filter(Document::isSettings).toList();
    for (Document one : connections) {
      settings = partial(List.of(CommandLineValue.configFile(Path.of(one.name()))));
    }
    if (connections.isEmpty()) {
      settings = partial(options);
    }
    for (Document one : read) {
      if (!one.isSettings()) {
        mapping(one, settings);
      }
    }
    return settings;
  }

  private Optional<Settings> partial(List<CommandLineValue> options) {
    SettingsFindings findings = SettingsReader.check(environment, directory, options);
    note(
        findings,
        findings.problems().stream().filter(p -> !p.found().startsWith("is missing")).toList());
    return findings.settings();
  }

  /** Checks a mapping in a file. */
  public void mapping(Path file, Settings settings) {
    document(file).ifPresent(document -> mapping(document, Optional.of(settings)));
  }

  /** Checks a mapping that Port holds, which has no lines. */
  public void mapping(JsonNode held, Settings settings) {
    mapping(new Document("", held, Map.of(), List.of()), Optional.of(settings));
  }

  /** Compares the mappings that were checked with the blueprints of a catalog. */
  public void blueprints(BlueprintRules rules) {
    for (Checked one : mappings) {
      rules.problems(one.resources()).forEach(problem -> problems.add(one.locator().of(problem)));
    }
  }

  private Optional<Document> document(Path file) {
    try {
      return Optional.of(Document.read(directory.resolve(file), file.toString()));
    } catch (ConfigException e) {
      Locator locator = new Locator(new Document(file.toString(), empty(), Map.of(), List.of()));
      e.problems().forEach(problem -> problems.add(locator.of(problem)));
      return Optional.empty();
    }
  }

  private static JsonNode empty() {
    return MissingNode.getInstance();
  }

  private void mapping(Document document, Optional<Settings> settings) {
    SourceSettings source = settings.map(Settings::source).orElseGet(Validation::standIn);
    MappingFindings findings = MappingReader.check(document.root(), source, JqOptions.DEFAULT);
    Locator locator = new Locator(document);
    List<Resource> resources = findings.document().map(d -> d.resources()).orElse(List.of());
    List<Problem> all = new ArrayList<>(findings.problems());
    all.addAll(UnknownKeys.in(document.root()));
    all.addAll(UnusedParameters.in(document.root(), resources));
    all.forEach(problem -> problems.add(locator.of(problem)));
    mappings.add(new Checked(resources, locator));
  }

  private static SourceSettings standIn() {
    return SettingsReader.check(new HashMap<>(STAND_IN), Path.of("/nonexistent"), List.of())
        .settings()
        .orElseThrow()
        .source();
  }

  private void note(SettingsFindings findings, List<Problem> found) {
    SettingPlaces places = new SettingPlaces(directory, findings.file());
    found.forEach(problem -> problems.add(places.of(problem)));
  }
}
