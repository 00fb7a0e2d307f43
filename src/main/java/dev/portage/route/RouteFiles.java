package dev.portage.route;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Where the routes lie as YAML. */
final class RouteFiles {
  private RouteFiles() {}

  /**
   * Where the files of these routes are, as Camel's main takes it: in the folder {@code routes}
   * where that holds them, so that they can be read and changed; else in the jar.
   */
  static String of(List<String> names) {
    boolean onDisk = Files.isRegularFile(Path.of("routes", "resync.camel.yaml"));
    return names.stream()
        .map(name -> (onDisk ? "file:routes/" : "classpath:routes/") + name + ".camel.yaml")
        .collect(Collectors.joining(","));
  }
}
