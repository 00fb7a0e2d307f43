package dev.portage.cli;

import dev.portage.cli.demo.DemoReport;
import dev.portage.cli.demo.DemoWorld;
import dev.portage.cli.demo.KindRow;
import dev.portage.cli.demo.Palette;
import dev.portage.cli.progress.LiveProgress;
import dev.portage.cli.progress.ProgressMode;
import dev.portage.config.KnownSecrets;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.RunReport;
import dev.portage.route.Portage;
import dev.portage.route.run.Ending;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code portage demo}: the main job from end to end with nothing but this jar. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Runs one resync from a bundled sample API into the local catalog, on this machine.")
final class DemoCommand implements Callable<Integer> {

  @Option(names = "--keep", description = "Leave everything running to look at, until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--catalog-port",
      paramLabel = "PORT",
      description = "Where the catalog listens; any free port by default.")
  private int catalogPort;

  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      description = "Live progress on a terminal: auto (the default), always or never.")
  private ProgressMode progress = ProgressMode.AUTO;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws Exception {
    try (DemoWorld world = DemoWorld.start(catalogPort)) {
      Settings settings = SettingsReader.read(world.environment(), Path.of("demo"), List.of());
      Logs.configure("WARN", "text");
      Logs.masker().hide(KnownSecrets.in(settings));
      out.println(
          "A sample API at " + world.api().url() + ", a catalog at " + world.catalog().url());
      try (Portage portage = Portage.of(settings, Logs.masker())) {
        Ending ending = watched(portage);
        boolean addsUp = print(ending, world);
        if (keep) {
          waitForInterrupt();
        }
        int code = RunCommand.ExitCode.of(ending);
        return code == 0 && !addsUp ? RunCommand.ExitCode.INCOMPLETE : code;
      }
    }
  }

  private Ending watched(Portage portage) throws Exception {
    return LiveProgress.during(
        progress,
        Palette.isTerminal(),
        portage.watch(),
        () -> {
          portage.begin();
          return portage.ending().get();
        });
  }

  private boolean print(Ending ending, DemoWorld world) {
    List<KindRow> rows =
        ending.report().map(RunReport::run).stream()
            .flatMap(run -> run.kinds().stream())
            .map(DemoCommand::row)
            .toList();
    List<String> places =
        keep
            ? List.of(
                "catalog   " + world.catalog().url() + "/",
                "routes    JMX of process "
                    + ProcessHandle.current().pid()
                    + " (jconsole, VisualVM): org.apache.camel",
                "Ctrl-C ends everything")
            : List.of("./portage demo --keep leaves the catalog page and JMX running to look at");
    new DemoReport(rows, world.catalog().catalog(), places, Palette.detect())
        .lines()
        .forEach(out::println);
    if (ending.report().isEmpty()) {
      out.println("The resync did not begin: " + ending.result());
    }
    return rows.stream().allMatch(KindRow::addsUp);
  }

  private static KindRow row(KindRun kind) {
    KindCounts counts = kind.counts();
    return new KindRow(
        kind.kind(),
        counts.read(),
        counts.filtered(),
        counts.skipped(),
        counts.mapped(),
        counts.unchanged(),
        counts.upserted(),
        counts.rejected() + counts.unmatched() + counts.failed());
  }

  private static void waitForInterrupt() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
