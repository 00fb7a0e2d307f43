package dev.portage.route.web;

import java.util.regex.Pattern;

/** The parts of what the listener serves that have rules of their own (ADR 0017). */
enum Area {
  /** Whether it lives and works: nothing of the installation; anybody may read it. */
  HEALTH("/health|/observe/health|/docs|/redoc|/openapi\\.json"),
  /** Counts and times, with the names of kinds. */
  METRICS("/metrics|/observe/metrics"),
  /** Where Port asks for a resync; the listener WEBHOOK has a token of its own for that. */
  WEBHOOK("/resync"),
  /** Hawtio and Jolokia. */
  CONSOLE("/hawtio|/jolokia|/observe/jolokia"),
  /** Everything else: the status page. */
  PAGE("");

  private static final Pattern MOVED = Pattern.compile("/health/(live|ready)/?|/metrics/?");

  private final Pattern paths;

  Area(String roots) {
    paths = Pattern.compile("(?:" + roots + ")(?:/.*)?");
  }

  /**
   * The area of a path that begins with a slash and holds no tricks.
   *
   * @param prefix below which health and metrics are; empty for none
   */
  static Area of(String path, String prefix) {
    String own = path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    if (MOVED.matcher(own).matches()) {
      return of(own);
    }
    return of(path);
  }

  private static Area of(String path) {
    for (Area area : values()) {
      if (area.paths.matcher(path).matches()) {
        return area;
      }
    }
    return PAGE;
  }
}
