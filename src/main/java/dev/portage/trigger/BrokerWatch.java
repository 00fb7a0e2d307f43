package dev.portage.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands between us and the Kafka brokers, seen from what a consumer counts. A change is
 * told once. For one thread.
 */
public final class BrokerWatch {
  private final Duration patience;
  private double bytes;
  private Instant heard;
  private State state = State.CONNECTING;

  /** How it stands. */
  public enum State {
    /** Nobody was heard yet, and nobody had the time to answer. */
    CONNECTING,
    /** No broker answers. */
    SILENT,
    /** The brokers answer, and gave the messages to another instance. */
    UNASSIGNED,
    /** Messages reach us. */
    LISTENING
  }

  /**
   * What is seen of a consumer.
   *
   * @param bytes that came from the brokers in all
   * @param joined whether the brokers have said what it may read
   * @param partitions that it may read
   */
  public record Sight(double bytes, boolean joined, int partitions) {}

  /**
   * A watch that has heard nothing yet.
   *
   * @param patience how long brokers may be silent; they are asked every few seconds at least
   */
  public BrokerWatch(Duration patience, Instant begin) {
    this.patience = patience;
    this.heard = begin;
  }

  /** What is seen now; gives the state when it has changed. */
  public Optional<State> see(Sight sight, Instant now) {
    boolean spoke = sight.bytes() > bytes;
    if (spoke) {
      bytes = sight.bytes();
      heard = now;
    }
    boolean late = Duration.between(heard, now).compareTo(patience) > 0;
    State seen = late ? State.SILENT : answering(sight, spoke);
    boolean changed = seen != state;
    state = seen;
    return changed ? Optional.of(seen) : Optional.empty();
  }

  private State answering(Sight sight, boolean spoke) {
    if (state == State.SILENT && !(spoke && sight.joined())) {
      return State.SILENT;
    }
    if (!sight.joined()) {
      return State.CONNECTING;
    }
    return sight.partitions() > 0 ? State.LISTENING : State.UNASSIGNED;
  }
}
