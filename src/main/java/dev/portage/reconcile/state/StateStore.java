package dev.portage.reconcile.state;

import dev.portage.catalog.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is remembered from one run to the next, of each installation on its own. It is a cache of
 * what Port holds: whoever loses it loses time, and never data.
 *
 * <p>A run writes down, part by part, what it knows Port to hold. Only {@link #complete} makes that
 * the memory that the next run finds; until then, whatever happens, the next run finds none. Safe
 * to share between threads.
 */
public interface StateStore extends AutoCloseable {

  /**
   * The memory of the last run that came to its end; empty when there is none.
   *
   * @param owner see {@link Owner#key}
   * @throws StateException when it cannot be read
   */
  Optional<Memory> memory(String owner);

  /**
   * Reads a memory, part by part, so that it need not fit into the heap.
   *
   * @param run {@link Memory#run}
   * @param list which of its lists
   * @throws StateException when it cannot be read
   */
  void read(UUID run, Memory.Part list, Reader reader);

  /** Takes what was written, one call for each part. */
  @FunctionalInterface
  interface Reader {
    /** Takes a part. */
    void take(List<Fingerprint> part);
  }

  /**
   * Forgets everything that was remembered of an owner, but not the history of its runs.
   *
   * @throws StateException when that cannot be written
   */
  void forget(String owner);

  /**
   * Writes a part of what a run knows; all of it is dropped unless {@link #complete} follows.
   *
   * @param part at least one
   * @throws StateException when it cannot be written
   */
  void append(String owner, UUID run, Memory.Part list, List<Fingerprint> part);

  /**
   * Makes what a run has written the memory of its owner, instead of the one before.
   *
   * @throws StateException when it cannot be written
   */
  void complete(String owner, Memory memory);

  /**
   * Adds a run to the history, of which the last {@value #RUNS_KEPT} are kept.
   *
   * @throws StateException when it cannot be written
   */
  void record(String owner, PastRun run);

  /** How many runs of an owner the history holds at most. */
  int RUNS_KEPT = 100;

  /**
   * The history, the last run first.
   *
   * @param most how many at most
   * @throws StateException when it cannot be read
   */
  List<PastRun> runs(String owner, int most);

  /** Where all this is, for a person to read. */
  String place();

  /** Lets go of it; what was written stays where the kind of store keeps anything. */
  @Override
  void close();
}
