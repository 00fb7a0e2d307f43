package dev.portage.route.resync;

import dev.portage.reconcile.RunResult;
import dev.portage.route.call.InFlight;
import dev.portage.route.run.Run;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The resync that is going on, and its early end. */
public final class CurrentResync {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentResync.class);

  private final ResyncStates states;
  private final AtomicReference<@Nullable Run> run = new AtomicReference<>();
  private final InFlight underway = new InFlight();
  private volatile boolean stopped;

  /**
   * None is going on.
   *
   * @param states how Port is told
   */
  public CurrentResync(ResyncStates states) {
    this.states = states;
  }

  /**
   * One begins; {@link #ends} has to follow.
   *
   * @throws IllegalStateException when the process is to end
   */
  void begins() {
    underway.begin();
    refuseWhenStopped();
  }

  /**
   * This is the one.
   *
   * @throws IllegalStateException when the process is to end
   */
  void is(Run begun) {
    run.set(begun);
    refuseWhenStopped();
  }

  private void refuseWhenStopped() {
    if (stopped) {
      throw new IllegalStateException("Portage is stopping");
    }
  }

  /** Its work is done. */
  void over() {
    run.set(null);
  }

  /** It has ended, and whoever had to be told has been. */
  void ends() {
    run.set(null);
    underway.end();
  }

  /** Whether none may begin any more; it stays so. */
  boolean isStopped() {
    return stopped;
  }

  /**
   * A run that is going on reads no further page and deletes nothing, and none begins any more;
   * Port is told at once.
   */
  public void abort() {
    stopped = true;
    Run going = run.get();
    if (going != null) {
      going.abort();
      LOG.warn("Resync {} is stopped before its end", going.record().id());
    }
    states.ended(new RunResult.Aborted());
  }

  /** Returns when none is under way, or the thread is interrupted. */
  public void awaitEnd() {
    try {
      underway.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
