package dev.portage.route.watch;

import dev.portage.trigger.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an operator's wishes need of the routes. */
public interface Control {
  /** Before the routes are there: nothing is started, wanted or due. */
  Control NONE =
      new Control() {
        @Override
        public boolean isStarted(String route) {
          return true;
        }

        @Override
        public void start(String route) {
          throw new IllegalStateException("Portage has not begun");
        }

        @Override
        public void want(Scope scope) {
          throw new IllegalStateException("Portage has not begun");
        }

        @Override
        public @Nullable Instant nextResync() {
          return null;
        }

        @Override
        public @Nullable Instant nextRun(String slug) {
          return null;
        }
      };

  /** Whether a route takes work; also true of one that does not exist any more. */
  boolean isStarted(String route);

  /** Starts a route that somebody stopped; nothing happens to one that is started. */
  void start(String route);

  /**
   * Wants a resync.
   *
   * @throws IllegalStateException when there can be none, with a sentence that says why
   */
  void want(Scope scope);

  /** When a full resync is due; null without a schedule. */
  @Nullable Instant nextResync();

  /** When a kind is due by a schedule of its own; null without one. */
  @Nullable Instant nextRun(String slug);
}
