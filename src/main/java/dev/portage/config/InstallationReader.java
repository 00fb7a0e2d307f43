package dev.portage.config;

import dev.portage.sink.DefaultResources;
import dev.portage.sink.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings of the installation and the folder of its default resources (contract, section 5). */
final class InstallationReader {
  private final SettingValues values;
  private final Path directory;

  /** The directory is where a relative path begins. */
  InstallationReader(SettingValues values, Path directory) {
    this.values = values;
    this.directory = directory;
  }

  /** The settings; files of the folder that are wrong are noted and left out. */
  InstallationSettings read() {
    boolean initialize = values.yes(RunTable.INITIALIZE);
    Origin origin = origin();
    boolean ours = initialize && origin != Origin.EMPTY;
    return new InstallationSettings(
        values.choice(RunTable.RUNTIME),
        initialize,
        origin,
        ours ? resources() : DefaultResources.none());
  }

  /** A folder that was named and is not there; the original goes on as well. */
  Optional<String> warning() {
    return values.isSet(RunTable.RESOURCES_PATH) && !Files.isDirectory(folder())
        ? Optional.of(
            values.where(RunTable.RESOURCES_PATH)
                + ": is no folder; no default resources are created from it")
        : Optional.empty();
  }

  private @Nullable Origin origin() {
    return values.isSet(RunTable.ORIGIN)
        ? Origin.of(values.choice(RunTable.ORIGIN)).orElse(null)
        : null;
  }

  private Path folder() {
    return directory.resolve(values.text(RunTable.RESOURCES_PATH));
  }

  private DefaultResources resources() {
    if (!Files.isDirectory(folder())) {
      return DefaultResources.none();
    }
    String name = values.text(RunTable.RESOURCES_PATH);
    return new ResourceFolder(new ResourceFiles(folder(), name, values), values).read();
  }
}
