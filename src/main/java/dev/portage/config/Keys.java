package dev.portage.config;

import java.util.Locale;

/** Names of keys: camelCase, kebab-case and snake_case are the same key. */
public final class Keys {
  private Keys() {}

  /** The snake_case form: {@code baseUrl} and {@code base_url} give {@code base_url}. */
  public static String snake(String key) {
    return key.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .replace('-', '_')
        .toLowerCase(Locale.ROOT);
  }

  /** True when two paths differ by no more than a slip of the keyboard or an underscore. */
  static boolean isClose(String one, String other) {
    return Nearest.distance(one.replace("_", ""), other.replace("_", "")) <= 2;
  }

  /** The path of a key within an object. */
  public static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
