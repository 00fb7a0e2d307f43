package dev.portage.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.http.CertificatePlace;
import dev.portage.http.Proxies;
import dev.portage.http.ProxyServer;
import dev.portage.http.Secret;
import dev.portage.trigger.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Environment, files and command line become {@link Settings} (contract, section 2). */
public final class SettingsReader {
  private static final String CONFIG_VARIABLE = "PORTAGE_CONFIG";

  private final Path directory;
  private final Map<String, String> environment;
  private final Variables variables;
  private final List<String> warnings = new ArrayList<>();
  private final List<Problem> tolerated = new ArrayList<>();
  private Optional<Document> file = Optional.empty();
  private final SettingValues values;

  private SettingsReader(
      Map<String, String> environment, Path directory, List<CommandLineValue> options) {
    this.directory = directory;
    this.environment = environment;
    List<Problem> mistakes = new ArrayList<>();
    Map<String, String> dotEnv = DotEnv.read(directory.resolve(DotEnv.NAME), mistakes);
    tolerated.addAll(mistakes);
    mistakes.forEach(
        one -> warnings.add(one.line() > 0 ? "line " + one.line() + " of " + one : one.toString()));
    this.variables = new Variables(environment, dotEnv);
    this.values =
        new SettingValues(
            List.of(
                fileLayer(options),
                EnvironmentLayer.of(dotEnv, 1, " in .env"),
                EnvironmentLayer.of(environment, 2, ""),
                optionLayer(options)));
  }

  /**
   * Reads all sources. The command line wins over the process environment, that over {@code .env}
   * in the working directory, that over the YAML file, that over the defaults; objects merge key by
   * key.
   *
   * @param environment of the process
   * @param directory where {@code .env}, {@code config.yaml} and {@code config/portage.yaml} may
   *     lie
   * @param options of the command line
   * @throws ConfigException with every mistake there is
   */
  public static Settings read(
      Map<String, String> environment, Path directory, List<CommandLineValue> options) {
    return new SettingsReader(environment, directory, options).settings();
  }

  /** Reads all sources, and tells what is wrong instead of throwing it. */
  public static SettingsFindings check(
      Map<String, String> environment, Path directory, List<CommandLineValue> options) {
    SettingsReader reader = new SettingsReader(environment, directory, options);
    Optional<Settings> settings = Optional.empty();
    List<Problem> problems = new ArrayList<>();
    try {
      settings = Optional.of(reader.settings());
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    }
    problems.addAll(reader.tolerated);
    problems.addAll(UnknownSettings.problems(reader.values, reader.variables));
    return new SettingsFindings(settings, problems, reader.file);
  }

  private Settings settings() {
    SettingTable.all().forEach(setting -> SettingCheck.of(setting, values));
    SourceSettings source = new SourceReader(values, variables).read();
    RunReader run = new RunReader(values, directory, environment);
    RunSettings runSettings = run.read();
    PortSettings port = port();
    NetworkSettings network = network();
    TriggerReader triggers = new TriggerReader(values);
    Trigger trigger = triggers.read();
    if (!values.problems().isEmpty()) {
      throw new ConfigException(values.problems());
    }
    warnings.addAll(run.warnings());
    warnings.addAll(triggers.warnings());
    UnknownSettings.warning(values, variables).ifPresent(warnings::add);
    String type = values.text(PortTable.TYPE).toLowerCase(Locale.ROOT);
    return new Settings(
        port,
        values.text(PortTable.IDENTIFIER),
        type,
        source,
        trigger,
        runSettings,
        network,
        List.copyOf(warnings));
  }

  /** The usual variables, which are not ours. */
  private NetworkSettings network() {
    Map<String, String> all = variables.all();
    Proxies proxies =
        Proxies.of(all, (name, found) -> values.rejectAt(name, found, ProxyServer.EXPECTED));
    return new NetworkSettings(proxies, CertificatePlace.of(all));
  }

  private PortSettings port() {
    String url = Addresses.base(values, PortTable.BASE_URL).replaceFirst("/+v1$", "");
    return new PortSettings(
        url.replaceFirst("/+$", ""),
        values.text(PortTable.CLIENT_ID),
        new Secret(values.text(PortTable.CLIENT_SECRET)),
        values.yes(PortTable.VERIFY_TLS));
  }

  private static Layer optionLayer(List<CommandLineValue> options) {
    Layer layer = new Layer(3);
    for (CommandLineValue option : options) {
      if (!option.path().equals(CommandLineValue.CONFIG_FILE)) {
        layer.put(option.path(), TextNode.valueOf(option.value()), new Place(option.name(), ""));
      }
    }
    return layer;
  }

  private Layer fileLayer(List<CommandLineValue> options) {
    Layer layer = new Layer(0);
    Optional<String> name = configFile(options);
    if (name.isPresent()) {
      try {
        Document document = ConfigFile.read(directory.resolve(name.get()), name.get());
        file = Optional.of(document);
        layer.put("", ConfigFile.resolve(document.root(), variables), new Place(name.get(), ""));
      } catch (ConfigException e) {
        layer.problems().addAll(e.problems());
      }
    }
    return layer;
  }

  private Optional<String> configFile(List<CommandLineValue> options) {
    return options.stream()
        .filter(option -> option.path().equals(CommandLineValue.CONFIG_FILE))
        .map(CommandLineValue::value)
        .findFirst()
        .or(() -> variables.get(CONFIG_VARIABLE).filter(name -> !name.isBlank()))
        .or(() -> existing("config.yaml"))
        .or(() -> existing("config/portage.yaml"));
  }

  private Optional<String> existing(String name) {
    return Files.isRegularFile(directory.resolve(name)) ? Optional.of(name) : Optional.empty();
  }
}
