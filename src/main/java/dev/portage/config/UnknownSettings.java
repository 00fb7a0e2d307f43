package dev.portage.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Names that nobody reads, which are often slips. */
final class UnknownSettings {
  private UnknownSettings() {}

  /**
   * One sentence that names them all, each with what was probably meant; empty when all is known.
   */
  static Optional<String> warning(SettingValues values, Variables variables) {
    List<String> names = all(values, variables).map(UnknownSettings::name).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "settings that are not known and have no effect: " + String.join(", ", names));
  }

  /** Each of them as a mistake. */
  static List<Problem> problems(SettingValues values, Variables variables) {
    return all(values, variables)
        .map(
            e ->
                new Problem(
                    e.getValue().where(),
                    "is no known key and has no effect",
                    "the name of a setting" + hint(e.getKey())))
        .toList();
  }

  private static Stream<Map.Entry<String, Found>> all(SettingValues values, Variables variables) {
    return values.all().entrySet().stream()
        .filter(e -> isUnknown(e.getKey()) && !variables.isUsed(e.getValue().where()));
  }

  /** An unknown name next to a setting that is so close to its name that it was probably meant. */
  static Optional<String> like(Setting setting, SettingValues values) {
    return values.all().entrySet().stream()
        .filter(e -> isUnknown(e.getKey()) && e.getValue().value().isValueNode())
        .filter(e -> Keys.isClose(e.getKey(), setting.path()))
        .map(e -> e.getValue().where())
        .findFirst();
  }

  private static boolean isUnknown(String path) {
    // Other programs may use the prefix APPLICATION__, too.
    return SettingTable.at(path).isEmpty()
        && !SettingTable.isIgnored(path)
        && !path.startsWith("application.");
  }

  private static String name(Map.Entry<String, Found> unknown) {
    return unknown.getValue().where() + hint(unknown.getKey());
  }

  private static String hint(String path) {
    int dot = path.lastIndexOf('.');
    String branch = dot < 0 ? "" : path.substring(0, dot);
    String key = path.substring(dot + 1);
    return Nearest.hint(key, SettingTable.keysBelow(branch));
  }
}
