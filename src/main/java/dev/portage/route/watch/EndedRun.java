package dev.portage.route.watch;

import java.time.Instant;
import java.util.List;

/**
 * A run that is over. Texts are masked.
 *
 * @param id by which Port knows it; empty when it did not come so far
 * @param partial whether only some kinds ran
 * @param start when it began
 * @param end when it ended
 * @param result {@code complete}, {@code incomplete}, {@code failed} or {@code aborted}
 * @param reasons why it is not complete
 * @param report the summary of the log; empty when it did not begin
 */
public record EndedRun(
    String id,
    boolean partial,
    Instant start,
    Instant end,
    String result,
    List<String> reasons,
    String report) {

  /** Copies. */
  public EndedRun {
    reasons = List.copyOf(reasons);
  }
}
