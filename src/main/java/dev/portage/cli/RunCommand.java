package dev.portage.cli;

import dev.portage.cli.demo.Palette;
import dev.portage.cli.progress.LiveProgress;
import dev.portage.cli.progress.ProgressMode;
import dev.portage.config.CommandLineValue;
import dev.portage.config.ConfigException;
import dev.portage.config.KnownSecrets;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.reconcile.RunResult;
import dev.portage.route.Portage;
import dev.portage.route.call.Failures;
import dev.portage.route.run.Ending;
import dev.portage.route.status.LogBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code portage run}: what a container does. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Carries the source API into Port's catalog, as OCEAN__* variables and files say.")
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  /** Lines of the log that wait for Port to take them. */
  private static final int WAITING_LINES = 10_000;

  @Option(names = "--once", description = "One resync, then the end.")
  private boolean once;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings; by default config.yaml or config/portage.yaml, where there is one.")
  private @Nullable Path config;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "The mapping, instead of the one that Port holds.")
  private @Nullable Path mapping;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      description = "ERROR, WARNING, INFO or DEBUG.")
  private @Nullable String logLevel;

  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      description =
          "Live progress of a single run on a terminal: auto (the default), always or never.")
  private ProgressMode progress = ProgressMode.AUTO;

  /** Without any option. */
  static int plainly() {
    try {
      return new RunCommand().call();
    } catch (Exception e) {
      LOG.error("{}", Failures.words(e), e);
      return ExitCode.INCOMPLETE;
    }
  }

  @Override
  public Integer call() throws Exception {
    Settings settings;
    try {
      settings = SettingsReader.read(System.getenv(), Path.of(""), options());
    } catch (ConfigException e) {
      e.problems().forEach(System.err::println);
      return ExitCode.CONFIGURATION;
    }
    return run(settings, progress);
  }

  private List<CommandLineValue> options() {
    List<CommandLineValue> options = new ArrayList<>();
    if (once) {
      options.add(CommandLineValue.once());
    }
    if (config != null) {
      options.add(CommandLineValue.configFile(config));
    }
    if (mapping != null) {
      options.add(CommandLineValue.mappingFile(mapping));
    }
    if (logLevel != null) {
      options.add(CommandLineValue.logLevel(logLevel));
    }
    return options;
  }

  /** Runs as {@link #run(Settings, ProgressMode)} does, without progress. */
  static int run(Settings settings) throws Exception {
    return run(settings, ProgressMode.NEVER);
  }

  /** Runs with settings that are known to be good, until the trigger has no more to give. */
  static int run(Settings settings, ProgressMode progress) throws Exception {
    Logs.configure(settings.run().logLevel(), settings.run().logFormat());
    Logs.masker().hide(KnownSecrets.in(settings));
    if (settings.run().traces().on()) {
      Logs.takeInOthers();
    }
    LogBuffer shipped = shipped(settings);
    settings.warnings().forEach(LOG::warn);
    try (Portage portage = Portage.of(settings, Logs.masker(), shipped)) {
      if (!closeAtExit(portage)) {
        return ExitCode.INCOMPLETE;
      }
      // Who runs for ever has the status page instead.
      ProgressMode mode = portage.isSingle() ? progress : ProgressMode.NEVER;
      return LiveProgress.during(
          mode, Palette.isTerminal(), portage.watch(), () -> untilTheEnd(portage));
    } catch (RuntimeException e) {
      LOG.error("{}", Failures.words(e));
      LOG.debug("Could not start", e);
      return ExitCode.IMPOSSIBLE;
    }
  }

  private static int untilTheEnd(Portage portage) throws Exception {
    return portage.begin() ? ExitCode.of(portage.ending().get()) : ExitCode.INCOMPLETE;
  }

  private static LogBuffer shipped(Settings settings) {
    if (!settings.run().status().httpLogging()) {
      return LogBuffer.off();
    }
    LogBuffer buffer = new LogBuffer(WAITING_LINES);
    Logs.shipTo(buffer);
    return buffer;
  }

  /** False when the process is ending already. */
  private static boolean closeAtExit(Portage portage) {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(portage::close, "stop"));
      return true;
    } catch (IllegalStateException e) {
      LOG.debug("Stopped before it began", e);
      return false;
    }
  }

  /** What the shell is told (DESIGN, section 6). */
  static final class ExitCode {
    static final int COMPLETE = 0;
    static final int INCOMPLETE = 1;
    static final int CONFIGURATION = 2;
    static final int IMPOSSIBLE = 3;

    private ExitCode() {}

    static int of(Ending ending) {
      if (ending.mistaken()) {
        return CONFIGURATION;
      }
      if (ending.result() instanceof RunResult.Complete) {
        return COMPLETE;
      }
      return ending.result() instanceof RunResult.Failed ? IMPOSSIBLE : INCOMPLETE;
    }
  }
}
