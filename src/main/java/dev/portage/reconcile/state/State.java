package dev.portage.reconcile.state;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of a process: opened when somebody needs it, since that costs a quarter of a second,
 * and replaced by memory, with one warning, when it cannot be read or written. No failure of it is
 * a reason to fail a run. Safe to share between threads.
 */
public final class State implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(State.class);

  private final Supplier<StateStore> opening;
  private @Nullable StateStore store;

  /**
   * Not open yet.
   *
   * @param opening opens the store, or throws a {@link StateException}
   */
  public State(Supplier<StateStore> opening) {
    this.opening = opening;
  }

  /**
   * Asks the store.
   *
   * @param otherwise what is said when it cannot answer
   */
  public <T> T ask(Function<StateStore, T> question, T otherwise) {
    StateStore asked = store();
    try {
      return question.apply(asked);
    } catch (StateException e) {
      replace(asked, e);
      return otherwise;
    }
  }

  /**
   * Writes into the store.
   *
   * @return false when that failed; what was written before is gone then, too
   */
  public boolean write(Consumer<StateStore> change) {
    return ask(
        asked -> {
          change.accept(asked);
          return true;
        },
        false);
  }

  private synchronized StateStore store() {
    StateStore open = store;
    if (open == null) {
      try {
        open = opening.get();
        LOG.debug("The state is in {}", open.place());
      } catch (StateException e) {
        open = instead(e);
      }
      store = open;
    }
    return open;
  }

  /**
   * Once for each store: of several threads that fail with the same one, the first one replaces.
   */
  private synchronized void replace(StateStore failed, StateException failure) {
    if (store == failed) {
      store = instead(failure);
      failed.close();
    }
  }

  private static StateStore instead(StateException failure) {
    LOG.warn(
        "{}; the state is kept in memory until this process ends, so that the first resync of the next"
            + " one compares every entity with Port",
        failure.getMessage());
    LOG.debug("The state cannot be kept", failure);
    return new MemoryStore();
  }

  @Override
  public synchronized void close() {
    StateStore open = store;
    if (open != null) {
      open.close();
    }
  }
}
