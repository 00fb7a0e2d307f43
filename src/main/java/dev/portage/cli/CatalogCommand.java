package dev.portage.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code portage catalog}: a catalog on this machine, for trying a mapping without an account at
 * Port.
 */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the local catalog, which answers as Port does; let OCEAN__PORT__BASE_URL point at it.",
      "Without blueprints it makes them from what is written."
    })
final class CatalogCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3400",
      description = "Where it listens on 127.0.0.1 (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--blueprints",
      paramLabel = "FILE",
      description = "A JSON list of blueprints; what is written must then keep to them.")
  private @Nullable Path blueprints;

  @Override
  public Integer call() throws Exception {
    Logs.configure("INFO", "text");
    LocalCatalog catalog = new LocalCatalog(blueprints == null);
    if (blueprints != null) {
      catalog.define(new ObjectMapper().readTree(blueprints.toFile()));
    }
    try (LocalCatalogServer server = LocalCatalogServer.start(catalog, port)) {
      System.out.println(
          "A catalog at " + server.url() + "/ (any client id and secret); Ctrl-C ends it");
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
