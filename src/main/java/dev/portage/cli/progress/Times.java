package dev.portage.cli.progress;

import java.time.Duration;

/** Durations in a few columns. */
final class Times {
  private Times() {}

  /** Such as {@code 0.4 s}, {@code 12.3 s}, {@code 3:20 min}, {@code 2:05 h}. */
  static String text(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 60_000) {
      return "%d.%d s".formatted(millis / 1_000, millis % 1_000 / 100);
    }
    long minutes = millis / 60_000;
    return minutes < 60
        ? "%d:%02d min".formatted(minutes, millis / 1_000 % 60)
        : "%d:%02d h".formatted(minutes / 60, minutes % 60);
  }
}
