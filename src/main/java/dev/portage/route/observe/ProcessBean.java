package dev.portage.route.observe;

import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.EndedRun;
import dev.portage.route.watch.Watch;
import java.util.function.Function;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** The process as JMX shows it; times are ISO 8601 in UTC, and empty where there is none. */
@ManagedResource(description = "Portage: its runs, and what they came to")
public final class ProcessBean {
  private final Watch watch;

  ProcessBean(Watch watch) {
    this.watch = watch;
  }

  private String last(Function<EndedRun, String> part) {
    EndedRun run = watch.process().lastRun();
    return run == null ? "" : part.apply(run);
  }

  private KindCounts totals() {
    return watch.process().totals();
  }

  /** Of Portage. */
  @ManagedAttribute(description = "Version of Portage")
  public String getVersion() {
    return watch.process().process().version();
  }

  /** Of the installation. */
  @ManagedAttribute(description = "Identifier of the installation at Port")
  public String getIdentifier() {
    return watch.process().process().identifier();
  }

  /** Without secrets. */
  @ManagedAttribute(description = "Base URL of the API that is read")
  public String getSource() {
    return watch.process().process().source();
  }

  /** Without secrets. */
  @ManagedAttribute(description = "Base URL of Port")
  public String getPort() {
    return watch.process().process().port();
  }

  /** Where it listens. */
  @ManagedAttribute(description = "Address of the HTTP listener; empty in a single run")
  public String getListener() {
    return watch.process().listener();
  }

  /** ISO 8601. */
  @ManagedAttribute(description = "When the process began, ISO 8601")
  public String getStarted() {
    return Shown.time(watch.process().process().started());
  }

  /** See {@link dev.portage.route.watch.RunPhase}. */
  @ManagedAttribute(
      description = "What the run going on does: idle, beginning, reading, reconciling")
  public String getPhase() {
    return watch.process().phase().text();
  }

  /** By which Port knows it. */
  @ManagedAttribute(description = "Id of the run going on; empty when there is none")
  public String getRunId() {
    return watch.process().runId();
  }

  /** One word. */
  @ManagedAttribute(
      description = "How the last run ended: complete, incomplete, failed, aborted; or empty")
  public String getLastResult() {
    return last(EndedRun::result);
  }

  /** Masked. */
  @ManagedAttribute(description = "Why the last run is not complete; none when it is")
  public String[] getLastReasons() {
    EndedRun run = watch.process().lastRun();
    return run == null ? new String[0] : run.reasons().toArray(String[]::new);
  }

  /** Masked. */
  @ManagedAttribute(description = "The summary of the last run as the log shows it")
  public String getLastReport() {
    return last(EndedRun::report);
  }

  /** ISO 8601. */
  @ManagedAttribute(description = "When the last run ended, ISO 8601; empty before")
  public String getLastEnded() {
    return last(run -> Shown.time(run.end()));
  }

  /** ISO 8601. */
  @ManagedAttribute(description = "When a full run was complete last, ISO 8601; empty when never")
  public String getLastComplete() {
    return Shown.time(watch.process().lastComplete());
  }

  /** ISO 8601. */
  @ManagedAttribute(description = "When a full resync is due, ISO 8601; empty without a schedule")
  public String getNextResync() {
    return Shown.time(watch.process().nextResync());
  }

  /** Words. */
  @ManagedAttribute(description = "What the last full run decided about stale entities")
  public String getDeletion() {
    return watch.process().deletion();
  }

  /** A count. */
  @ManagedAttribute(description = "Stale entities deleted since the process began")
  public long getDeleted() {
    return watch.process().deleted();
  }

  /** A count. */
  @ManagedAttribute(description = "Items read since the process began, by the kinds that are there")
  public long getRead() {
    return totals().read();
  }

  /** A count. */
  @ManagedAttribute(description = "Entities created or updated since the process began")
  public long getUpserted() {
    return totals().upserted();
  }

  /** A count. */
  @ManagedAttribute(description = "Entities that Port rejected since the process began")
  public long getRejected() {
    return totals().rejected();
  }

  /** Masked. */
  @ManagedAttribute(description = "Mistakes in the mapping that was read last")
  public String[] getMistakes() {
    return watch.process().mistakes().toArray(String[]::new);
  }

  /** True when Port takes calls. */
  @ManagedAttribute(description = "Whether Port takes our calls")
  public boolean isPortReachable() {
    return watch.process().contact().isGood();
  }

  /** Wants a full resync. */
  @ManagedOperation(description = "Reads every kind again, at once or after the run going on")
  public void resync() {
    watch.resync();
  }
}
