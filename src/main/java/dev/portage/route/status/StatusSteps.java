package dev.portage.route.status;

import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.LogContext;
import dev.portage.route.run.ProcessLoad;
import dev.portage.route.run.Run;
import dev.portage.route.run.RunStatus;
import dev.portage.sink.SyncState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The moments of a run that Port shows (contract, section 4.12). */
public final class StatusSteps {
  private static final Logger LOG = LoggerFactory.getLogger(StatusSteps.class);

  /** Items of each kind that Port shows (contract, section 4.11). */
  private static final int EXAMPLES = 5;

  /** What a run waits at its end for Port to know it. */
  public static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final StatusQueue queue;
  private final boolean examples;
  private final AtomicReference<@Nullable Run> current = new AtomicReference<>();

  /**
   * No run yet.
   *
   * @param examples whether items are shown
   */
  StatusSteps(StatusQueue queue, boolean examples) {
    this.queue = queue;
    this.examples = examples;
  }

  /** A run begins: every kind is pending. */
  public void runBegins(@Variable("run") Run run) {
    current.set(run);
    run.status().begin(queue::tell, examples ? EXAMPLES : 0);
  }

  /** A kind begins. */
  public void kindBegins(@Body KindPlan plan, @Variable("run") Run run) {
    LogContext.kind(run, plan, "extract");
    run.status().kindBegan(plan);
  }

  /** A kind has come to its end. */
  public void kindEnds(@Body KindPlan plan, @Variable("run") Run run) {
    run.status().kindEnded(plan);
  }

  /** What is stale is looked for. */
  public void reconciliationBegins(@Variable("run") Run run) {
    LogContext.run(run, "reconciliation");
    run.status().reconciliationBegan();
  }

  /** What is stale is gone, or stays for a reason. */
  public void reconciliationEnds(@Variable("run") Run run) {
    run.status().reconciliationEnded();
  }

  /** The run is over; Port gets a few seconds to know it. */
  public void runEnds(@Body Ending ending, @Variable("run") @Nullable Run run)
      throws InterruptedException {
    if (run != null) {
      long deadline = System.nanoTime() + LAST_WORDS.toNanos();
      // What is lost by then is told again with the end.
      queue.await(LAST_WORDS.dividedBy(2));
      end(ending.result(), run.status());
      current.compareAndSet(run, null);
      boolean told = queue.await(Duration.ofNanos(deadline - System.nanoTime()));
      queue.losses().ifPresent(lost -> LOG.warn("Port was not told of the run {}", lost));
      if (!told) {
        LOG.warn("Port does not know yet how the run ended; it was given 5 s");
      }
    }
    LogContext.clear();
  }

  private void end(RunResult result, RunStatus status) {
    if (result instanceof RunResult.Aborted) {
      status.abort();
    } else {
      boolean complete = result instanceof RunResult.Complete;
      status.end(complete ? SyncState.COMPLETED : SyncState.FAILED, queue.hasLost());
    }
  }

  /** Whether a run goes on. */
  public boolean running() {
    return current.get() != null;
  }

  /** A sign of life. */
  public void beat() {
    Run run = current.get();
    if (run != null) {
      run.status().beat(ProcessLoad.now());
    }
  }
}
