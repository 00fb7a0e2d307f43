package dev.portage.reconcile.state;

import dev.portage.catalog.Fingerprint;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of the entities that Port held at the end of a run; the entities themselves are in
 * lists that are read part by part.
 *
 * @param run that came to its end
 * @param untouched a moment, by Port's clock, after the last write of the run and before its look
 *     at what Port holds: whatever Port says was last changed before is as it is remembered
 * @param compared when all entities were last compared with what Port holds
 * @param rules what else must be the same for the memory to hold: mapping, options, version
 * @param blueprints the fingerprint of each blueprint, as Port showed it before the run wrote
 */
public record Memory(
    UUID run,
    Instant untouched,
    Instant compared,
    Fingerprint rules,
    Map<String, Fingerprint> blueprints) {

  /** Copies the map. */
  public Memory {
    blueprints = Map.copyOf(blueprints);
  }

  /** The lists of fingerprints that a memory consists of. */
  public enum Part {
    /** Two for each entity that Port held at the end of the run: its key, then its content. */
    HELD,
    /** Keys that are to be compared all the same, be they in the other list or not. */
    DOUBTFUL
  }
}
