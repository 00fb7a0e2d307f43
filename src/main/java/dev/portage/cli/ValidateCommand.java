package dev.portage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.CommandLineValue;
import dev.portage.config.KnownSecrets;
import dev.portage.config.Located;
import dev.portage.config.Settings;
import dev.portage.config.check.BlueprintRules;
import dev.portage.config.check.Validation;
import dev.portage.route.PortHoldings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portage validate}: tells what is wrong before anything runs. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks settings and mappings; changes nothing.",
      "Without FILES: what 'portage run' would begin with, the mapping that Port holds included.",
      "With FILES: these files, be they settings or mappings.",
      "Exit code: 0 all is well, 2 something is wrong."
    })
final class ValidateCommand implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int WRONG = 2;

  private final Map<String, String> environment;
  private final Path directory;

  @Option(names = "--offline", description = "Asks Port for nothing.")
  private boolean offline;

  @Option(names = "--json", description = "Prints JSON, for editors and pipelines.")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings; by default config.yaml or config/portage.yaml, where there is one.")
  private @Nullable Path config;

  @Parameters(arity = "0..*", paramLabel = "FILES", description = "Settings or mappings.")
  private List<Path> files = new ArrayList<>();

  @Spec private @Nullable CommandSpec spec;

  /** Checks what lies in the working directory. */
  ValidateCommand() {
    this(System.getenv(), Path.of(""));
  }

  ValidateCommand(Map<String, String> environment, Path directory) {
    this.environment = environment;
    this.directory = directory;
  }

  @Override
  public Integer call() {
    Validation validation = new Validation(environment, directory);
    Optional<Settings> settings = settings(validation);
    String port = settings.map(known -> compare(validation, known)).orElse("");
    List<Located> problems = validation.problems();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ValidationReport report = new ValidationReport(problems, validation.resources(), port);
    out.print(json ? report.json() : report.text());
    out.flush();
    return problems.isEmpty() ? FINE : WRONG;
  }

  private Optional<Settings> settings(Validation validation) {
    List<CommandLineValue> options = new ArrayList<>();
    if (config != null) {
      options.add(CommandLineValue.configFile(config));
    }
    if (!files.isEmpty()) {
      return validation.files(files, options);
    }
    Optional<Settings> settings = validation.settings(options);
    settings
        .map(known -> known.run().mappingFile())
        .ifPresent(file -> validation.mapping(file, settings.orElseThrow()));
    return settings;
  }

  /** Compares with what Port holds, where that can be had; says what came of it. */
  private String compare(Validation validation, Settings settings) {
    if (offline) {
      return "";
    }
    String url = settings.port().baseUrl();
    PortHoldings holdings;
    try {
      Logs.configure("ERROR", "text");
      Logs.masker().hide(KnownSecrets.in(settings));
      holdings = PortHoldings.ask(settings, Logs.masker());
    } catch (RuntimeException e) {
      return "Port was not asked for blueprints: "
          + Logs.masker().mask(String.valueOf(e.getMessage()));
    }
    if (files.isEmpty() && settings.run().mappingFile() == null) {
      held(validation, holdings.mapping(), settings);
    }
    BlueprintRules rules = new BlueprintRules(holdings.blueprints());
    validation.blueprints(rules);
    return "compared with " + ValidationReport.count(rules.count(), "blueprint") + " of " + url;
  }

  private static void held(Validation validation, Optional<JsonNode> mapping, Settings settings) {
    mapping.ifPresent(document -> validation.mapping(document, settings));
  }
}
