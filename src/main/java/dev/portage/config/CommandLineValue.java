package dev.portage.config;

import java.nio.file.Path;

/**
 * A setting given on the command line; it wins over every other source.
 *
 * @param name as it was typed, for messages
 * @param path of the setting
 * @param value as text
 */
public record CommandLineValue(String name, String path, String value) {
  static final String CONFIG_FILE = "config_file";

  /** One resync, then the end. */
  public static CommandLineValue once() {
    return new CommandLineValue("--once", ListenerTable.TYPE.path(), "ONCE");
  }

  /** The file with the settings, instead of {@code config.yaml} or {@code config/portage.yaml}. */
  public static CommandLineValue configFile(Path file) {
    return new CommandLineValue("--config", CONFIG_FILE, file.toString());
  }

  /** The mapping to use instead of the one that Port holds. */
  public static CommandLineValue mappingFile(Path file) {
    return new CommandLineValue("--mapping", RunTable.MAPPING_FILE.path(), file.toString());
  }

  /** What is logged. */
  public static CommandLineValue logLevel(String level) {
    return new CommandLineValue("--log-level", RunTable.LOG_LEVEL.path(), level);
  }

  /**
   * Any setting by its path, such as {@code integration.config.page_size}; camelCase is accepted.
   */
  public static CommandLineValue set(String path, String value) {
    return new CommandLineValue("--set " + path, Keys.snake(path), value);
  }
}
