package dev.portage.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
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
      ValidateCommand.class,
      DemoCommand.class,
      CatalogCommand.class,
      JqCommand.class,
      SchemaCommand.class,
      StateCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Cli {
  private static final Set<String> GENERAL = Set.of("-h", "--help", "-V", "--version");

  private static final String[] PLAIN_RUN = {"run"};

  private Cli() {}

  /**
   * Does what the arguments say.
   *
   * @return the exit code: 0 complete, 1 incomplete, 2 configuration, 3 could not run at all
   */
  public static int execute(String... args) {
    String[] whole = withCommand(args);
    // What every container does. There is nothing to parse then, and picocli, whose classes are too
    // old for a class archive, would take a tenth of a second of each start.
    return Arrays.equals(whole, PLAIN_RUN) ? RunCommand.plainly() : parsed(whole);
  }

  private static int parsed(String... args) {
    return new CommandLine(new Cli()).setCaseInsensitiveEnumValuesAllowed(true).execute(args);
  }

  /** Options without a command are those of {@code run}. */
  private static String[] withCommand(String[] args) {
    boolean general = args.length > 0 && GENERAL.contains(args[0]);
    boolean command = args.length > 0 && !args[0].startsWith("-");
    return general || command
        ? args
        : Stream.concat(Stream.of("run"), Arrays.stream(args)).toArray(String[]::new);
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"portage " + dev.portage.route.Portage.version()};
    }
  }
}
