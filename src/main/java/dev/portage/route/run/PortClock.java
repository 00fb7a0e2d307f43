package dev.portage.route.run;

import java.time.Instant;

/**
 * What time it is at Port, at least: later than it says it is only by the time that an answer
 * travelled. The clock of this machine does not count, only how fast it goes.
 *
 * @param shown a moment that Port has told
 * @param nanos {@link System#nanoTime} when that was read
 */
public record PortClock(Instant shown, long nanos) {

  /** A clock that begins with what Port has just told. */
  public static PortClock showing(Instant shown) {
    return new PortClock(shown, System.nanoTime());
  }

  /** What time it is at least. */
  public Instant now() {
    return shown.plusNanos(System.nanoTime() - nanos);
  }
}
