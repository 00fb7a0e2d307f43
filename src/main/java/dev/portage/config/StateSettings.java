package dev.portage.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is remembered from one resync to the next.
 *
 * @param store where
 * @param directory of the file; made when it is missing
 * @param trust whether what did not change since the last resync need not be compared
 * @param fullComparisonEvery time after which everything is compared all the same, at least 1 s
 */
public record StateSettings(
    Store store, Path directory, boolean trust, Duration fullComparisonEvery) {

  /** Where the state is kept. */
  public enum Store {
    /** In a file, which the next process finds. */
    FILE,
    /** As long as the process lasts. */
    MEMORY,
    /** Nowhere. */
    NONE
  }
}
