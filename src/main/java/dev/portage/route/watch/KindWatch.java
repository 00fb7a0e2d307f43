package dev.portage.route.watch;

import dev.portage.http.Masker;
import dev.portage.mapping.ExpressionReport;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.KindRun;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of one kind while its resource stays as it is, over all runs. Safe to share between
 * threads. Of a run that is over it keeps numbers and a few texts, nothing that grows with the
 * data.
 */
public final class KindWatch {
  private static final int REMEMBERED = 20;

  private final PassReader reader;
  private volatile KindIdentity identity;
  private volatile boolean paused;
  private volatile String portIdentifier = "";
  private final CallTally allCalls = new CallTally();
  private volatile CallTally passCalls = new CallTally();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Recent<PastPass> history = new Recent<>(REMEMBERED);
  private final Recent<PastRequest> requests = new Recent<>(REMEMBERED);
  private final Histogram sourceSeconds = Histogram.ofSeconds();
  private final Histogram writeSeconds = Histogram.ofSeconds();
  private final Histogram batchSizes = Histogram.ofEntities();
  private @Nullable Live live;
  private KindPass last = PassReader.none();
  private KindState result = KindState.WAITING;
  private KindCounts ended = KindCounts.NONE;
  private KindDeletion deletion = KindDeletion.NONE;
  private @Nullable Instant lastComplete;

  /** The run that is going on. */
  private record Live(KindRun run, ExpressionReport expressions) {}

  /**
   * Nothing was seen yet.
   *
   * @param masker hides secrets in texts
   */
  public KindWatch(KindIdentity identity, Masker masker, boolean paused) {
    this.identity = identity;
    this.reader = new PassReader(masker);
    this.paused = paused;
  }

  /** What the kind is. */
  public KindIdentity identity() {
    return identity;
  }

  /** The resource stands elsewhere in the mapping, and is the same. */
  void moved(KindIdentity now) {
    identity = now;
  }

  /** By which Port knows it: the kind and its index; empty before its first run. */
  public String portIdentifier() {
    return portIdentifier;
  }

  /** Port knows it by that in the run that begins. */
  public void knownToPort(String identifier) {
    portIdentifier = identifier;
  }

  /** Whether an operator does not want it to be read. */
  public boolean isPaused() {
    return paused;
  }

  void pause(boolean now) {
    paused = now;
  }

  /**
   * A run begins that the kind belongs to.
   *
   * @param run is read until {@link #ends}, and then let go of
   * @param expressions likewise
   */
  public synchronized void begins(KindRun run, ExpressionReport expressions) {
    passCalls = new CallTally();
    live = new Live(run, expressions);
  }

  /** That run is over. */
  synchronized void ends(boolean aborted) {
    Live over = live;
    if (over == null) {
      return;
    }
    last = reader.read(over.run(), over.expressions(), passCalls);
    ended = ended.plus(last.counts());
    live = null;
    Instant start = last.start();
    result = reader.result(over.run(), aborted);
    if (start != null) {
      history.add(new PastPass(start, last.duration(), result, last.counts().read()));
    }
    lastComplete = result == KindState.COMPLETE ? last.end() : lastComplete;
  }

  synchronized void deletion(KindDeletion seen) {
    deletion = seen;
  }

  synchronized void deleted(long entities) {
    deletion =
        new KindDeletion(deletion.stale(), deletion.deleted() + entities, deletion.withheld());
  }

  /** A request to the source API is sent; {@link #answered} follows. */
  public void sent() {
    inFlight.incrementAndGet();
  }

  /** A request has its answer, or none. */
  public void answered(PastRequest request) {
    inFlight.decrementAndGet();
    allCalls.answered(request.status(), request.attempt() > 1);
    passCalls.answered(request.status(), request.attempt() > 1);
    sourceSeconds.add(request.took().toNanos() / 1e9);
    requests.add(request);
  }

  /** Work of the kind waited. */
  public void waited(WaitReason reason, long nanos) {
    allCalls.waited(reason, nanos);
    passCalls.waited(reason, nanos);
  }

  /** A batch goes to Port. */
  public void batch(int entities) {
    batchSizes.add(entities);
  }

  /** A batch has its outcome: compared and, where it had changed, written. */
  public void wrote(long nanos) {
    writeSeconds.add(nanos / 1e9);
  }

  /** Seconds of the attempts at the source API. */
  public Histogram sourceSeconds() {
    return sourceSeconds;
  }

  /** Seconds that Port needed for a batch, comparison included. */
  public Histogram writeSeconds() {
    return writeSeconds;
  }

  /** Entities in a batch. */
  public Histogram batchSizes() {
    return batchSizes;
  }

  /** The kind at this moment. */
  synchronized KindStatus status(boolean started, @Nullable Instant nextRun) {
    Live now = live;
    KindPass pass = now == null ? last : reader.read(now.run(), now.expressions(), passCalls);
    return new KindStatus(
        identity,
        state(started),
        pass,
        now == null ? ended : ended.plus(pass.counts()),
        allCalls.now(),
        inFlight.get(),
        history.list(),
        requests.list(),
        deletion,
        lastComplete,
        nextRun);
  }

  private KindState state(boolean started) {
    if (paused) {
      return KindState.PAUSED;
    }
    if (!started) {
      return KindState.STOPPED;
    }
    Live now = live;
    return now == null ? result : reader.state(now.run());
  }
}
