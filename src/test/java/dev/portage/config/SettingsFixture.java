package dev.portage.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** An environment that is right, a working directory, and what a test adds to them. */
abstract class SettingsFixture {
  static final String CONFIG = "OCEAN__INTEGRATION__CONFIG__";

  @TempDir Path directory;

  final Map<String, String> environment = new HashMap<>(ConfigTesting.minimal());
  final List<CommandLineValue> options = new ArrayList<>();

  /** The settings. */
  Settings read() {
    return SettingsReader.read(environment, directory, options);
  }

  /** The problems for which there are no settings; none when there are. */
  List<Problem> problems() {
    ConfigException refusal = catchThrowableOfType(ConfigException.class, this::read);
    return refusal == null ? List.of() : refusal.problems();
  }

  /** Sets a key of the integration's configuration. */
  void config(String key, String value) {
    environment.put(CONFIG + key, value);
  }

  /** Writes a file into the working directory. */
  void file(String name, String... lines) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
