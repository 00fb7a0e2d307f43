package dev.portage.cli;

import dev.portage.config.schema.Schemas;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portage schema}: prints a JSON Schema for an editor. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON Schema of the settings (portage) or of the mapping (mapping).")
final class SchemaCommand implements Callable<Integer> {
  @Parameters(paramLabel = "portage|mapping", description = "Whose schema to print.")
  private Name name = Name.portage;

  @Spec private @Nullable CommandSpec spec;

  /** The names as they are typed. */
  enum Name {
    portage(Schemas.PORTAGE),
    mapping(Schemas.MAPPING);

    private final Schemas schema;

    Name(Schemas schema) {
      this.schema = schema;
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(name.schema.text());
    out.flush();
    return 0;
  }
}
