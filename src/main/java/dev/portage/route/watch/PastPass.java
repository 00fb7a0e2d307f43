package dev.portage.route.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * A run of a kind that is over.
 *
 * @param start when the kind began
 * @param took until its last batch had its outcome
 * @param result {@code COMPLETE}, {@code INCOMPLETE} or {@code ABORTED}
 * @param read items
 */
public record PastPass(Instant start, Duration took, KindState result, long read) {}
