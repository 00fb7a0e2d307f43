package dev.portage.route.observe;

import dev.portage.route.watch.PastRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as texts and numbers that JMX can carry. */
final class Shown {
  private Shown() {}

  static String time(@Nullable Instant time) {
    return time == null ? "" : time.toString();
  }

  static double seconds(@Nullable Duration duration) {
    return duration == null ? 0 : duration.toNanos() / 1e9;
  }

  static String byStatus(Map<Integer, Long> answers) {
    return new TreeMap<>(answers)
        .entrySet().stream()
            .map(answer -> answer.getKey() + ": " + answer.getValue())
            .collect(Collectors.joining(", "));
  }

  static String request(PastRequest request) {
    return "%s %s %s, page %d: %d in %d ms, attempt %d"
        .formatted(
            request.time(),
            request.method(),
            request.endpoint(),
            request.page(),
            request.status(),
            request.took().toMillis(),
            request.attempt());
  }
}
