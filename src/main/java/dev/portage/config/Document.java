package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A YAML or JSON file that was read.
 *
 * @param name of the file, for messages
 * @param root a missing node when the file is empty
 * @param marks where what stands, by paths as problems have them: {@code resources[0].kind}; what
 *     comes out of an alias has none
 * @param lines of the text
 */
public record Document(String name, JsonNode root, Map<String, Mark> marks, List<String> lines) {

  /**
   * Reads a file; one whose name ends in {@code .json} is JSON, any other YAML.
   *
   * @param name of the file, for messages
   * @throws ConfigException when it cannot be read or is no YAML or JSON
   */
  public static Document read(Path file, String name) {
    return ConfigFile.read(file, name);
  }

  /** Whether the file is meant to hold settings rather than a mapping, by its keys. */
  public boolean isSettings() {
    boolean mapping = knows(MappingKey.names(MappingTable.ROOT));
    return !mapping && knows(SettingTable.keysBelow(""));
  }

  private boolean knows(List<String> names) {
    Set<String> known = names.stream().map(Keys::snake).collect(Collectors.toSet());
    return root.propertyStream().anyMatch(entry -> known.contains(Keys.snake(entry.getKey())));
  }
}
