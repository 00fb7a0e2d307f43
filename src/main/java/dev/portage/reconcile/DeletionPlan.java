package dev.portage.reconcile;

import dev.portage.catalog.EntityKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is deleted at the end of a run (contract, steps 10 to 14 of 7.5; DESIGN, promise 2).
 *
 * <p>Two questions to Port are needed: which of its entities were last changed before the run began
 * (those alone can be stale, so that nothing is deleted which somebody wrote meanwhile), and, only
 * when some of them are stale, how many it has in all (the share is counted over all of them).
 */
public sealed interface DeletionPlan {

  /** What is decided, for a person to read. */
  String text();

  /**
   * Delete these.
   *
   * @param identifiers by blueprint; empty when nothing is stale
   */
  record Delete(Map<String, List<String>> identifiers) implements DeletionPlan {
    /** How many there are. */
    public int count() {
      return identifiers.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public String text() {
      return count() == 0 ? "nothing is stale" : count() + " stale entities";
    }
  }

  /**
   * Delete nothing.
   *
   * @param reason for a person to read
   */
  record Withheld(String reason) implements DeletionPlan {
    @Override
    public String text() {
      return "withheld: " + reason;
    }
  }

  /** The entities that were last changed before the run, and that it did not produce. */
  static List<EntityKey> stale(Collection<EntityKey> untouched, Predicate<EntityKey> produced) {
    return untouched.stream().filter(produced.negate()).distinct().toList();
  }

  /**
   * Decides.
   *
   * @param doubts whether the run is complete; with any of them nothing is deleted
   * @param stale see {@link #stale}
   * @param kept those that must stay all the same, as entities of the run refer to them
   * @param guard the largest share that may be deleted
   */
  static DeletionPlan of(
      List<String> doubts, List<EntityKey> stale, Predicate<EntityKey> kept, Guard guard) {
    if (!doubts.isEmpty()) {
      return new Withheld("the run is not proven complete: " + doubts.get(0));
    }
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    long count = 0;
    for (EntityKey key : stale) {
      if (!kept.test(key)) {
        identifiers
            .computeIfAbsent(key.blueprint(), any -> new ArrayList<>())
            .add(key.identifier());
        count++;
      }
    }
    return count == 0 || guard.allows(count)
        ? new Delete(identifiers)
        : new Withheld(guard.refusal(count));
  }

  /**
   * The guard against mass deletion.
   *
   * @param threshold {@code entityDeletionThreshold}, 0 to 1: the largest share of the entities
   *     owned that may be deleted; 0 for none at all, 1 for all
   * @param owned all entities of this installation, stale or not
   */
  record Guard(double threshold, long owned) {
    /** Checks the range. */
    public Guard {
      if (!(threshold >= 0 && threshold <= 1)) {
        throw new IllegalArgumentException(
            "entityDeletionThreshold: %s; expected a number from 0 to 1".formatted(threshold));
      }
    }

    /** True when so many may be deleted; exactly the threshold is allowed. */
    public boolean allows(long count) {
      return threshold > 0 && (threshold == 1 || share(count) <= threshold);
    }

    /** The share of a number, 0 to 1. Unknown owned entities count as if all were to go. */
    private double share(long count) {
      return owned <= 0 ? 1 : Math.min(1, (double) count / owned);
    }

    private String refusal(long count) {
      if (threshold == 0) {
        return "entityDeletionThreshold is 0: %d stale entities stay".formatted(count);
      }
      return "%d of %d entities are stale (%.1f %%), which is more than entityDeletionThreshold %s allows: they stay"
          .formatted(count, owned, 100 * share(count), threshold);
    }
  }
}
