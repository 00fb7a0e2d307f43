package dev.portage.http;

import java.time.Duration;

/**
 * A call that has just failed.
 *
 * @param failure how
 * @param number how often it was tried by now; 1 after the first try
 * @param waited all waits before this try together
 * @param repeatable whether doing it twice does no harm; see {@link RetryPolicy#isRepeatable}
 * @param renewable whether a new credential could be obtained, and none was yet for this call
 */
public record Attempt(
    Failure failure, int number, Duration waited, boolean repeatable, boolean renewable) {

  /** Refuses a number below 1. */
  public Attempt {
    if (number < 1) {
      throw new IllegalArgumentException("number: " + number + "; expected at least 1");
    }
  }
}
