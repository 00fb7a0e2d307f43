package dev.portage.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line; without a command it runs. */
@Command(
    name = "portage",
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class,
    description =
        "Carries any REST API into Port's software catalog, one Camel route per endpoint.",
    subcommands = {
      RunCommand.class,
      DemoCommand.class,
      CatalogCommand.class,
      JqCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Cli {
  private Cli() {}

  /**
   * Does what the arguments say.
   *
   * @return the exit code: 0 complete, 1 incomplete, 2 configuration, 3 could not run at all
   */
  public static int execute(String... args) {
    String[] effective = args.length == 0 ? new String[] {"run"} : args;
    return new CommandLine(new Cli()).execute(effective);
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"portage " + dev.portage.route.Portage.version()};
    }
  }
}
