package dev.portage.trigger;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a resync is to cover.
 *
 * @param everything all kinds, whatever {@code kinds} says
 * @param kinds the slugs of single ones
 */
public record Scope(boolean everything, Set<String> kinds) {

  /** All kinds: a full resync. */
  public static final Scope EVERYTHING = new Scope(true, Set.of());

  /** No kind: there is nothing to do. */
  public static final Scope NOTHING = new Scope(false, Set.of());

  /** Keeps a copy of the kinds. */
  public Scope {
    kinds = Set.copyOf(kinds);
  }

  /** Some kinds alone. */
  public static Scope kinds(Set<String> slugs) {
    return new Scope(false, slugs);
  }

  /** What one resync has to cover that serves both. */
  public Scope and(Scope other) {
    if (everything || other.everything) {
      return EVERYTHING;
    }
    Set<String> all = new TreeSet<>(kinds);
    all.addAll(other.kinds);
    return new Scope(false, all);
  }

  /** True when the kind is covered. */
  public boolean includes(String slug) {
    return everything || kinds.contains(slug);
  }

  /** True when there is something to do. */
  public boolean isWanted() {
    return everything || !kinds.isEmpty();
  }
}
