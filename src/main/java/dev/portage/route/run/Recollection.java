package dev.portage.route.run;

import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Fingerprint;
import dev.portage.catalog.Outcome;
import dev.portage.reconcile.ResyncRun;
import dev.portage.reconcile.state.RunMemory;
import dev.portage.sink.Comparison;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows from the last one, and tells the next: the memory of the run, in the words of
 * the routes. Nothing at all unless {@code state.trust} is on. Safe to share between threads.
 */
public final class Recollection {
  private static final Recollection NONE = new Recollection(null, name -> Optional.empty());

  private final @Nullable RunMemory memory;
  private final Function<String, Optional<Fingerprint>> blueprints;
  private final Map<String, Boolean> asked = new ConcurrentHashMap<>();
  private volatile @Nullable Instant look;
  private volatile boolean looked;

  private Recollection(
      @Nullable RunMemory memory, Function<String, Optional<Fingerprint>> blueprints) {
    this.memory = memory;
    this.blueprints = blueprints;
  }

  /** That of a run which knows nothing and leaves nothing. */
  public static Recollection none() {
    return NONE;
  }

  /**
   * That of a run which remembers.
   *
   * @param blueprints asks Port for the fingerprint of a blueprint; empty when it cannot say
   */
  public static Recollection of(
      RunMemory memory, Function<String, Optional<Fingerprint>> blueprints) {
    return new Recollection(memory, blueprints);
  }

  /** Whether anything is remembered at all. */
  public boolean isOn() {
    return memory != null;
  }

  /** How many entities were taken for unchanged without a question to Port. */
  public long trusted() {
    return memory == null ? 0 : memory.trustedCount();
  }

  /**
   * True when Port is known to hold an entity as it is; the next run will know it, too.
   *
   * @param run what this run did with its key so far: what was sent once, or comes a second time,
   *     is not known any more
   */
  boolean isHeld(Entity entity, ResyncRun run) {
    EntityKey key = key(entity);
    if (memory == null || key == null) {
      return false;
    }
    asked.computeIfAbsent(entity.blueprint(), name -> learn(memory, name));
    if (run.wasSent(key) || run.isRepeated(Fingerprint.of(key))) {
      return false;
    }
    Fingerprint content = entity.content();
    boolean held = memory.trusts(key, content);
    if (held) {
      memory.confirm(key, content);
    }
    return held;
  }

  private Boolean learn(RunMemory into, String blueprint) {
    Optional<Fingerprint> found = blueprints.apply(blueprint);
    found.ifPresent(content -> into.blueprint(blueprint, content));
    return found.isPresent();
  }

  /** Only what can be compared with what Port holds. */
  private static @Nullable EntityKey key(Entity entity) {
    return Comparison.isComparable(entity) ? entity.key().orElse(null) : null;
  }

  /** Takes in what became of an entity: what was written or compared is held by Port now. */
  public void take(Outcome outcome) {
    boolean held = outcome instanceof Outcome.Upserted || outcome instanceof Outcome.Unchanged;
    EntityKey key = key(outcome.entity());
    if (memory != null && held && key != null) {
      memory.confirm(key, outcome.entity().content());
    }
  }

  /** Everything is written; what Port holds will be listed now. */
  public void beforeLook(Optional<PortClock> clock) {
    look = clock.map(PortClock::now).orElse(null);
  }

  /** Port lists them as last changed before the run began. */
  public void listed(List<EntityKey> keys) {
    if (memory != null) {
      memory.listed(keys);
    }
  }

  /** The list is complete. */
  public void afterLook() {
    looked = true;
  }

  /**
   * Leaves what is known to the next run, when the list was complete and Port told the time.
   *
   * @return whether anything was left
   */
  public boolean leave(ResyncRun run) {
    Instant untouched = look;
    if (memory == null || untouched == null || !looked) {
      return false;
    }
    memory.complete(untouched, run::wasSent, run::isRepeated);
    return true;
  }
}
