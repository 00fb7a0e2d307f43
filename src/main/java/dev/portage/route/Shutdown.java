package dev.portage.route;

import dev.portage.route.call.HttpComponents;
import dev.portage.route.call.Stop;
import dev.portage.route.resync.CurrentResync;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the process in its order (contract, section 7.9): Port is told, what is on its way to
 * Port may arrive, last words are said, the routes stop. Every part has its own limit, so that all
 * of it takes less than 25 s, also when nobody answers any more.
 */
final class Shutdown {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  /** Of the parts together; what waits for something learns it. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final Duration TO_TELL = Duration.ofSeconds(5);
  private static final Duration TO_FINISH = Duration.ofSeconds(8);

  /** A Port that could not be told within its time will hardly take the rest. */
  private static final Duration TO_FINISH_UNTOLD = Duration.ofSeconds(2);

  private static final Duration FOR_LAST_WORDS = Duration.ofSeconds(3);

  private final Stop stop;
  private final List<Runnable> lastWords = new CopyOnWriteArrayList<>();

  Shutdown(Stop stop) {
    this.stop = stop;
  }

  /**
   * Adds something to be done when no resync runs any more and Port can still be called, such as
   * sending the last lines of the log. It gets 3 s; after that nobody waits for it.
   */
  void lastly(Runnable words) {
    lastWords.add(words);
  }

  /**
   * Ends what is going on; the routes can be stopped then.
   *
   * @param resync null when the routes were not even put together
   * @param cut ends the calls of an HTTP component that are under way
   */
  void end(@Nullable CurrentResync resync, Consumer<String> cut) {
    LOG.info("Stopping");
    stop.begin(LIMIT);
    if (resync != null) {
      boolean told = within(TO_TELL, "abort", resync::abort);
      cut.accept(HttpComponents.SOURCE);
      within(told ? TO_FINISH : TO_FINISH_UNTOLD, "last batches", resync::awaitEnd);
    }
    for (Runnable words : lastWords) {
      within(FOR_LAST_WORDS, "last words", words);
    }
    stop.over();
    cut.accept(HttpComponents.PORT);
  }

  /** True when it was done in time; else it goes on, but keeps nobody from ending. */
  private static boolean within(Duration limit, String name, Runnable part) {
    Thread thread = new Thread(part, name);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("Stopping: {} not done in {} s; going on without", name, limit.toSeconds());
    }
    return !thread.isAlive();
  }
}
