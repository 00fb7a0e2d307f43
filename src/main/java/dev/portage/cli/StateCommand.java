package dev.portage.cli;

import dev.portage.config.CommandLineValue;
import dev.portage.config.ConfigException;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.reconcile.state.Memory;
import dev.portage.reconcile.state.PastRun;
import dev.portage.reconcile.state.StateException;
import dev.portage.reconcile.state.StateFile;
import dev.portage.reconcile.state.StateStore;
import dev.portage.route.write.MemorySteps;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portage state}: what is remembered, while no Portage runs that uses it. */
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    description =
        "Prints what is remembered of the last runs; a Portage that runs must be stopped.")
final class StateCommand implements Callable<Integer> {
  private static final String ROW = "%-20s  %7s  %-10s  %5s  %9s  %9s  %9s  %9s  %9s  %s%n";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings; by default config.yaml or config/portage.yaml, where there is one.")
  private @Nullable Path config;

  @Option(names = "--runs", paramLabel = "N", description = "How many runs; 10 by default.")
  private int runs = 10;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<CommandLineValue> options =
        config == null ? List.of() : List.of(CommandLineValue.configFile(config));
    try {
      print(SettingsReader.read(System.getenv(), Path.of(""), options), runs, out);
      return RunCommand.ExitCode.COMPLETE;
    } catch (ConfigException e) {
      e.problems().forEach(err::println);
      return RunCommand.ExitCode.CONFIGURATION;
    } catch (StateException e) {
      err.println(e.getMessage());
      return RunCommand.ExitCode.IMPOSSIBLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  /**
   * Prints the memory and the last runs of an installation.
   *
   * @throws StateException when the file cannot be opened
   */
  static void print(Settings settings, int runs, PrintWriter out) {
    StateFile file = new StateFile(settings.run().state().directory());
    if (!file.isThere()) {
      out.printf("%s: there is no state yet%n", file.path());
      return;
    }
    String owner = MemorySteps.Keeping.ownerOf(settings).key();
    try (StateStore store = file.open()) {
      out.printf("%s, %s%n", store.place(), settings.identifier());
      print(store.memory(owner), out);
      print(store.runs(owner, runs), out);
    }
  }

  private static void print(Optional<Memory> memory, PrintWriter out) {
    out.println(
        memory
            .map(
                last ->
                    "Everything was compared with Port at %s; run %s is what the next one trusts"
                        .formatted(last.compared().truncatedTo(ChronoUnit.SECONDS), last.run()))
            .orElse("The next run compares everything with Port"));
  }

  private static void print(List<PastRun> runs, PrintWriter out) {
    if (!runs.isEmpty()) {
      out.printf(
          ROW, "began", "seconds", "result", "kinds", "read", "mapped", "written", "trusted",
          "deleted", "reason");
    }
    runs.forEach(run -> print(run, out));
  }

  private static void print(PastRun run, PrintWriter out) {
    out.printf(
        ROW,
        run.start().truncatedTo(ChronoUnit.SECONDS),
        Duration.between(run.start(), run.end()).toSeconds(),
        run.result(),
        run.kinds().size(),
        run.kinds().stream().mapToLong(kind -> kind.counts().read()).sum(),
        run.kinds().stream().mapToLong(kind -> kind.counts().mapped()).sum(),
        run.kinds().stream().mapToLong(kind -> kind.counts().upserted()).sum(),
        run.trusted(),
        run.deleted(),
        run.reason());
  }
}
