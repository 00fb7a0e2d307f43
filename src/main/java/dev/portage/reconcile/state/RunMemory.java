package dev.portage.reconcile.state;

import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Fingerprint;
import dev.portage.catalog.KeySet;
import dev.portage.catalog.Spill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a run trusts of the last one, and what it leaves to the next (ADR 0015). An entity is
 * trusted when the last run has left it with the same content, Port lists it as not changed since,
 * and its blueprint and the rules are the same. Safe to share between threads; it holds about 25
 * bytes for each entity that is trusted, and as much for each that Port lists at the end.
 */
public final class RunMemory {
  private static final int PART = 10_000;

  private final State state;
  private final String owner;
  private final UUID run;
  private final Fingerprint rules;
  private final @Nullable Memory last;
  private final Instant compared;
  private final KeySet trusted = keys();
  private final KeySet atTheEnd = keys();
  private final LongAdder trustedCount = new LongAdder();
  private final Map<String, Fingerprint> blueprints = new ConcurrentHashMap<>();
  private final List<Fingerprint> part = new ArrayList<>();
  private boolean broken;

  private RunMemory(
      State state, String owner, UUID run, Fingerprint rules, @Nullable Memory last, Instant now) {
    this.state = state;
    this.owner = owner;
    this.run = run;
    this.rules = rules;
    this.last = last;
    this.compared = last == null ? now : last.compared();
  }

  /** An empty set; there are several beside those of the run, so that each has less of the heap. */
  public static KeySet keys() {
    return new KeySet(Spill.beyond(16));
  }

  /**
   * Takes up what the last run has left. It is in the store no more then: a run that breaks off
   * leaves nothing to the next.
   *
   * @param owner see {@link Owner#key}
   * @param rules what must be as it was
   * @param now by the clock of this machine, like the last full comparison
   * @param every after which time everything is compared
   */
  public static RunMemory begin(
      State state, String owner, UUID run, Fingerprint rules, Instant now, Duration every) {
    Memory last =
        state
            .<Optional<Memory>>ask(store -> store.memory(owner), Optional.empty())
            .filter(memory -> memory.rules().equals(rules))
            .filter(memory -> !memory.compared().isAfter(now))
            .filter(memory -> memory.compared().plus(every).isAfter(now))
            .orElse(null);
    return new RunMemory(state, owner, run, rules, last, now);
  }

  /**
   * The moment before which what is trusted was last changed in Port; null when nothing is trusted,
   * so that everything is compared.
   */
  public @Nullable Instant untouched() {
    return last == null ? null : last.untouched();
  }

  /**
   * Trusts, of what the last run has left, what Port lists as not changed since.
   *
   * @param listed by Port as last changed before {@link #untouched}
   */
  public void trust(KeySet listed) {
    if (last != null) {
      KeySet doubtful = keys();
      UUID before = last.run();
      state.write(
          store -> {
            store.read(before, Memory.Part.DOUBTFUL, keys -> keys.forEach(doubtful::add));
            store.read(before, Memory.Part.HELD, pairs -> addTrusted(pairs, listed, doubtful));
          });
    }
    state.write(store -> store.forget(owner));
  }

  private void addTrusted(List<Fingerprint> pairs, KeySet listed, KeySet doubtful) {
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      Fingerprint key = pairs.get(i);
      if (listed.contains(key) && !doubtful.contains(key)) {
        trusted.add(key.and(pairs.get(i + 1)));
      }
    }
  }

  /** True when it is known how a blueprint looked when the run began. */
  public boolean knows(String blueprint) {
    return blueprints.containsKey(blueprint);
  }

  /** Takes in how a blueprint looks before the run writes any entity of it. */
  public void blueprint(String name, Fingerprint content) {
    blueprints.putIfAbsent(name, content);
  }

  /**
   * True when Port holds an entity just so. Its blueprint must have been told before.
   *
   * @param content see {@link #confirm}
   */
  public boolean trusts(EntityKey key, Fingerprint content) {
    boolean yes =
        last != null
            && isAsBefore(last, key.blueprint())
            && trusted.contains(Fingerprint.of(key).and(content));
    if (yes) {
      trustedCount.increment();
    }
    return yes;
  }

  private boolean isAsBefore(Memory before, String blueprint) {
    Fingerprint now = blueprints.get(blueprint);
    return now != null && now.equals(before.blueprints().get(blueprint));
  }

  /** How many times the answer of {@link #trusts} was yes. */
  public long trustedCount() {
    return trustedCount.sum();
  }

  /**
   * Remembers what Port holds: it has been written, or compared, or trusted.
   *
   * @param content fingerprint of the entity as it is sent
   */
  public synchronized void confirm(EntityKey key, Fingerprint content) {
    part.add(Fingerprint.of(key));
    part.add(content);
    if (part.size() >= PART) {
      flush(Memory.Part.HELD);
    }
  }

  private void flush(Memory.Part list) {
    if (!part.isEmpty() && !broken) {
      List<Fingerprint> full = List.copyOf(part);
      broken = !state.write(store -> store.append(owner, run, list, full));
    }
    part.clear();
  }

  /** Port lists them, at the end of the run, as last changed before the run began. */
  public void listed(Collection<EntityKey> keys) {
    keys.forEach(atTheEnd::add);
  }

  /**
   * Leaves what was confirmed to the next run. To be compared all the same is what a kind gave
   * twice, and what somebody else has changed meanwhile: it was not written by this run, and is not
   * among what was {@link #listed}.
   *
   * @param untouched see {@link Memory#untouched}
   * @param written whether the run has written what has this key
   * @param repeated whether the run gave more than one entity of this key
   */
  public synchronized void complete(
      Instant untouched, Predicate<Fingerprint> written, Predicate<Fingerprint> repeated) {
    flush(Memory.Part.HELD);
    state.write(
        store ->
            store.read(
                run,
                Memory.Part.HELD,
                pairs -> {
                  for (int i = 0; i + 1 < pairs.size(); i += 2) {
                    Fingerprint key = pairs.get(i);
                    if (repeated.test(key) || !(atTheEnd.contains(key) || written.test(key))) {
                      part.add(key);
                    }
                  }
                }));
    flush(Memory.Part.DOUBTFUL);
    if (!broken) {
      Memory memory = new Memory(run, untouched, compared, rules, blueprints);
      state.write(store -> store.complete(owner, memory));
    }
  }
}
