package dev.portage.route.observe;

import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.KindWatch;
import dev.portage.route.watch.PastPass;
import dev.portage.route.watch.WaitReason;
import dev.portage.route.watch.Watch;
import java.util.List;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/**
 * A kind as JMX shows it. Numbers are those of the run that is going on, else of the last one,
 * unless the description says otherwise; times are ISO 8601 in UTC, and empty where there is none.
 */
@ManagedResource(description = "A kind: one resource of the mapping, and what became of its items")
public final class KindBean {
  private final Watch watch;
  private final KindWatch kind;

  KindBean(Watch watch, KindWatch kind) {
    this.watch = watch;
    this.kind = kind;
  }

  private KindStatus now() {
    return watch.status(kind);
  }

  private KindCounts counts() {
    return now().pass().counts();
  }

  private String slug() {
    return kind.identity().slug();
  }

  /** As the mapping writes it. */
  @ManagedAttribute(description = "The kind as the mapping writes it")
  public String getKind() {
    return kind.identity().kind();
  }

  /** What it does. */
  @ManagedAttribute(description = "What is read, which items, and what becomes of them")
  public String getDescription() {
    return kind.identity().description();
  }

  /** The id of its Camel route. */
  @ManagedAttribute(description = "The id of its Camel route")
  public String getRouteId() {
    return kind.identity().routeId();
  }

  /** See {@link dev.portage.route.watch.KindState}. */
  @ManagedAttribute(
      description =
          "waiting (not run yet), pending, running, complete, incomplete, aborted, paused or"
              + " stopped")
  public String getState() {
    return now().state().text();
  }

  /** Of the last run that is over. */
  @ManagedAttribute(
      description = "How its last run that is over ended: complete, incomplete, aborted; or empty")
  public String getLastResult() {
    List<PastPass> history = now().history();
    return history.isEmpty() ? "" : history.get(history.size() - 1).result().text();
  }

  /** Masked. */
  @ManagedAttribute(
      description = "Why something may be missing, secrets masked; none when complete")
  public String[] getReasons() {
    return now().pass().reasons().toArray(String[]::new);
  }

  /** The first reasons, masked. */
  @ManagedAttribute(description = "Why items gave no entity, the first ten reasons")
  public String[] getSkippedItems() {
    return now().pass().skipped().toArray(String[]::new);
  }

  /** The first ones, masked. */
  @ManagedAttribute(description = "What Port rejected, the first ten: identifier and Port's words")
  public String[] getRejectedEntities() {
    return now().pass().rejected().toArray(String[]::new);
  }

  /** ISO 8601. */
  @ManagedAttribute(description = "When the run began, ISO 8601; empty before")
  public String getStarted() {
    return Shown.time(now().pass().start());
  }

  /** ISO 8601. */
  @ManagedAttribute(description = "When the run ended, ISO 8601; empty while it goes on")
  public String getEnded() {
    return Shown.time(now().pass().end());
  }

  /** Seconds. */
  @ManagedAttribute(description = "How long the run took, or takes until now, in seconds")
  public double getDurationSeconds() {
    return Shown.seconds(now().pass().duration());
  }

  /** Seconds of the last runs. */
  @ManagedAttribute(description = "Durations of the last 20 runs in seconds, with their results")
  public String[] getHistory() {
    return now().history().stream()
        .map(
            run ->
                "%s %.3f s %s, %d read"
                    .formatted(
                        run.start(), Shown.seconds(run.took()), run.result().text(), run.read()))
        .toArray(String[]::new);
  }

  /** ISO 8601. */
  @ManagedAttribute(description = "When it was complete last, ISO 8601; empty when never")
  public String getLastComplete() {
    return Shown.time(now().lastComplete());
  }

  /** ISO 8601. */
  @ManagedAttribute(description = "When it is due by a schedule, ISO 8601; empty without one")
  public String getNextRun() {
    return Shown.time(now().nextRun());
  }

  /** A count. */
  @ManagedAttribute(description = "Pages that were read")
  public long getPages() {
    return counts().pages();
  }

  /** A count. */
  @ManagedAttribute(description = "Batches that went to Port")
  public long getBatches() {
    return counts().batches();
  }

  /** A count. */
  @ManagedAttribute(description = "Items that were read")
  public long getRead() {
    return counts().read();
  }

  /** A count. */
  @ManagedAttribute(description = "Items that the selector left out")
  public long getFiltered() {
    return counts().filtered();
  }

  /** A count. */
  @ManagedAttribute(description = "Items that gave no entity, for a reason; doubtful ones included")
  public long getSkipped() {
    return counts().skipped();
  }

  /** A count. */
  @ManagedAttribute(description = "Items skipped although they may be an entity")
  public long getDoubtful() {
    return counts().doubtful();
  }

  /** A count. */
  @ManagedAttribute(description = "Items that became an entity")
  public long getMapped() {
    return counts().mapped();
  }

  /** A count. */
  @ManagedAttribute(description = "Entities that Port holds already as they are")
  public long getUnchanged() {
    return counts().unchanged();
  }

  /** A count. */
  @ManagedAttribute(description = "Entities created in Port")
  public long getCreated() {
    return counts().created();
  }

  /** A count. */
  @ManagedAttribute(description = "Entities updated in Port")
  public long getUpdated() {
    return counts().updated();
  }

  /** A count. */
  @ManagedAttribute(description = "Entities created or updated in Port")
  public long getUpserted() {
    return counts().upserted();
  }

  /** A count. */
  @ManagedAttribute(description = "Entities that Port rejected")
  public long getRejected() {
    return counts().rejected();
  }

  /** A count. */
  @ManagedAttribute(description = "Search identifiers that no entity matches")
  public long getUnmatched() {
    return counts().unmatched();
  }

  /** A count. */
  @ManagedAttribute(description = "Writes about which nothing is known")
  public long getFailed() {
    return counts().failed();
  }

  /** A count. */
  @ManagedAttribute(description = "Stale entities of its blueprint in the last full run")
  public long getStale() {
    return now().deletion().stale();
  }

  /** A count. */
  @ManagedAttribute(description = "Of these, deleted")
  public long getDeleted() {
    return now().deletion().deleted();
  }

  /** Words. */
  @ManagedAttribute(description = "Why nothing was deleted in the last full run; empty when it was")
  public String getDeletionWithheld() {
    String withheld = now().deletion().withheld();
    return withheld == null ? "" : withheld;
  }

  /** A count. */
  @ManagedAttribute(description = "Requests to the API")
  public long getRequests() {
    return now().pass().calls().requests();
  }

  /** Counts. */
  @ManagedAttribute(description = "Requests by status of the answer; 0 stands for no answer")
  public String getRequestsByStatus() {
    return Shown.byStatus(now().pass().calls().answers());
  }

  /** A count. */
  @ManagedAttribute(description = "Attempts after the first")
  public long getRetries() {
    return now().pass().calls().retries();
  }

  /** A count. */
  @ManagedAttribute(description = "Requests to the API under way")
  public int getInFlight() {
    return now().inFlight();
  }

  /** The last ones. */
  @ManagedAttribute(description = "The last 20 requests: time, address without values, status, ms")
  public String[] getLastRequests() {
    return now().requests().stream().map(Shown::request).toArray(String[]::new);
  }

  /** Seconds. */
  @ManagedAttribute(description = "Seconds waited because the API allowed no more requests (429)")
  public double getWaitRateLimitSeconds() {
    return waited(WaitReason.RATE_LIMIT);
  }

  /** Seconds. */
  @ManagedAttribute(description = "Seconds between an attempt that failed and the next")
  public double getWaitRetrySeconds() {
    return waited(WaitReason.RETRY);
  }

  /** Seconds. */
  @ManagedAttribute(description = "Seconds waited because Port allows few calls more")
  public double getWaitPortPaceSeconds() {
    return waited(WaitReason.PORT_PACE);
  }

  /** Seconds. */
  @ManagedAttribute(description = "Seconds waited because many batches were on their way to Port")
  public double getWaitQueueFullSeconds() {
    return waited(WaitReason.QUEUE_FULL);
  }

  /** Seconds. */
  @ManagedAttribute(
      description = "Seconds until requests had a connection (max_concurrent_requests)")
  public double getWaitConnectionSeconds() {
    return waited(WaitReason.CONNECTION);
  }

  private double waited(WaitReason reason) {
    return Shown.seconds(now().pass().calls().waits().get(reason));
  }

  /** Wants it to be read. */
  @ManagedOperation(description = "Reads this kind again, at once or after the run going on")
  public void resync() {
    watch.resync(slug());
  }

  /** Keeps it from being read. */
  @ManagedOperation(
      description = "Reads no further page of it until it is resumed; nothing is deleted")
  public void pause() {
    watch.pause(slug());
  }

  /** The counterpart of {@link #pause}. */
  @ManagedOperation(
      description = "Reads it again with the next resync; starts its route if stopped")
  public void resume() {
    watch.resume(slug());
  }
}
