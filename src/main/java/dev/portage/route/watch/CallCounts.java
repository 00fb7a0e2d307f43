package dev.portage.route.watch;

import java.time.Duration;
import java.util.Map;

/**
 * The requests of a kind to the source API.
 *
 * @param answers how many came with each status; 0 stands for no answer
 * @param retries attempts after the first
 * @param waits how long work waited, summed over requests that waited side by side; every reason is
 *     there
 */
public record CallCounts(
    Map<Integer, Long> answers, long retries, Map<WaitReason, Duration> waits) {

  /** Copies. */
  public CallCounts {
    answers = Map.copyOf(answers);
    waits = Map.copyOf(waits);
  }

  /** All attempts, answered or not. */
  public long requests() {
    return answers.values().stream().mapToLong(Long::longValue).sum();
  }
}
