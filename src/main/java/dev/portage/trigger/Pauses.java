package dev.portage.trigger;

import java.time.Duration;

/**
 * Pauses that double from one failure to the next.
 *
 * @param first after the first failure
 * @param most the longest
 */
public record Pauses(Duration first, Duration most) {
  private static final int DOUBLINGS = 30;

  /** From one second to five minutes. */
  public static final Pauses USUAL = new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(5));

  /** Refuses what would be a busy loop. */
  public Pauses {
    if (first.isZero() || first.isNegative() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "pauses: from %s to %s; expected longer than nothing, and to grow"
              .formatted(first, most));
    }
  }

  /**
   * The pause after some failures in a row.
   *
   * @param failures at least 1
   */
  public Duration after(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    return doubled.compareTo(most) > 0 ? most : doubled;
  }
}
