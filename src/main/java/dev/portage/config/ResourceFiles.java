package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a folder with default resources.
 *
 * @param folder that exists
 * @param name of the folder for messages
 * @param values where mistakes are noted
 */
record ResourceFiles(Path folder, String name, SettingValues values) {
  private static final Pattern READABLE = Pattern.compile(".+\\.(json|yaml|yml)");

  /** The folder in this one; it need not exist. */
  ResourceFiles inner(String inner) {
    return new ResourceFiles(folder.resolve(inner), where(inner), values);
  }

  /** The names of all files that can be read, in order; none when the folder is not there. */
  List<String> all() {
    return list().stream().filter(file -> READABLE.matcher(file).matches()).toList();
  }

  /**
   * The file of that name, whatever its ending; empty when there is none. More than one, and an
   * ending that says nothing, are mistakes.
   */
  List<String> named(String stem) {
    List<String> found =
        list().stream().filter(file -> file.replaceFirst("\\.[^.]*$", "").equals(stem)).toList();
    found.stream()
        .filter(file -> !READABLE.matcher(file).matches())
        .forEach(file -> note(file, "is no JSON or YAML by its name", ".json, .yaml or .yml"));
    if (found.size() > 1) {
      note(found.get(1), "is there as " + found.get(0) + ", too", "one of them");
    }
    return found.stream().filter(file -> READABLE.matcher(file).matches()).toList();
  }

  /** What a file holds; a missing node for nothing, or for what cannot be read, which is noted. */
  JsonNode document(String file) {
    try {
      JsonNode document = ConfigFile.read(folder.resolve(file), where(file)).root();
      return document.isNull() ? MissingNode.getInstance() : document;
    } catch (ConfigException e) {
      e.problems().forEach(p -> values.rejectAt(p.path(), p.found(), p.expected()));
      return MissingNode.getInstance();
    }
  }

  /** A file or folder in this one, for messages. */
  String where(String file) {
    return name.replaceFirst("/+$", "") + "/" + file;
  }

  private List<String> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      values.rejectAt(name, "cannot be read", "a folder that this process may read");
      return List.of();
    }
  }

  private void note(String file, String found, String expected) {
    values.rejectAt(where(file), found, expected);
  }
}
