package dev.portage.route.watch;

import dev.portage.http.Masker;
import dev.portage.reconcile.DeletionPlan;
import dev.portage.reconcile.KindCounts;
import dev.portage.sink.SyncState;
import dev.portage.trigger.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is seen of the process, and what an operator can ask for; one for each process.
 * Safe to share between threads. What it gives out are snapshots without secrets.
 */
public final class Watch {
  private final ProcessIdentity process;
  private final Masker masker;
  private final RunWatch run = new RunWatch();
  private final List<KindListener> listeners = new ArrayList<>();
  private Map<String, KindWatch> kinds = new LinkedHashMap<>();
  private volatile Control control = Control.NONE;
  private volatile String listener = "";
  private final PortWatch port;
  private final PortFigures figures = new PortFigures();

  /** Nothing was seen yet. */
  public Watch(ProcessIdentity process, Masker masker) {
    this.process = process;
    this.masker = masker;
    this.port = new PortWatch(masker);
  }

  /** What is seen of the calls to Port. */
  public PortWatch port() {
    return port;
  }

  /** The numbers that Port is told. */
  public PortFigures figures() {
    return figures;
  }

  /** What is seen of the run that is going on. */
  public RunWatch run() {
    return run;
  }

  /**
   * It was decided what is deleted of what is stale.
   *
   * @param stale how many there are of each blueprint
   */
  public void decided(DeletionPlan plan, Map<String, Long> stale) {
    run.decided(masker.mask(plan.text()));
    String withheld =
        plan instanceof DeletionPlan.Withheld kept ? masker.mask(kept.reason()) : null;
    for (KindWatch kind : all()) {
      long count = stale.getOrDefault(kind.identity().blueprint(), 0L);
      kind.deletion(new KindDeletion(count, 0, withheld));
    }
  }

  /** Stale entities of a blueprint are gone. */
  public void deleted(String blueprint, long entities) {
    run.deleted(entities);
    all().stream()
        .filter(kind -> kind.identity().blueprint().equals(blueprint))
        .forEach(kind -> kind.deleted(entities));
  }

  /**
   * The run is over, and with it that of every kind that belongs to it.
   *
   * @param result {@code complete}, {@code incomplete}, {@code failed} or {@code aborted}
   * @param report the summary of the log; empty when there is none
   */
  public void runEnds(String result, List<String> reasons, String report) {
    all().forEach(kind -> kind.ends(result.equals("aborted")));
    figures.ends(state(result));
    run.ends(result, reasons.stream().map(masker::mask).toList(), masker.mask(report));
  }

  /** From now on wishes are passed on. */
  public void control(Control routes) {
    control = routes;
  }

  /** The process can be reached there. */
  public void listens(String where) {
    listener = where;
  }

  /** Is told of every kind that comes and goes, and at once of those that are there. */
  public synchronized void tell(KindListener one) {
    listeners.add(one);
    kinds.values().forEach(one::added);
  }

  /**
   * The kinds are those of a mapping. One whose resource stays keeps what was seen of it; one that
   * has changed begins anew, and stays paused where it was.
   */
  public synchronized void follow(List<KindIdentity> mapping, Set<String> unchanged) {
    Map<String, KindWatch> next = new LinkedHashMap<>();
    for (KindIdentity identity : mapping) {
      KindWatch old = kinds.get(identity.slug());
      if (old != null && unchanged.contains(identity.slug())) {
        old.moved(identity);
        next.put(identity.slug(), old);
      } else {
        next.put(identity.slug(), new KindWatch(identity, masker, old != null && old.isPaused()));
      }
    }
    Map<String, KindWatch> before = kinds;
    kinds = next;
    for (KindListener one : listeners) {
      before.values().stream().filter(old -> !next.containsValue(old)).forEach(one::removed);
      next.values().stream().filter(now -> !before.containsValue(now)).forEach(one::added);
    }
  }

  /**
   * One of the kinds.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public synchronized KindWatch watched(String slug) {
    KindWatch kind = kinds.get(slug);
    if (kind == null) {
      throw new IllegalArgumentException(
          "there is no kind %s; expected one of %s"
              .formatted(slug, String.join(", ", kinds.keySet())));
    }
    return kind;
  }

  private synchronized List<KindWatch> all() {
    return List.copyOf(kinds.values());
  }

  /** The kinds in the order of the mapping. */
  public List<KindWatch> watched() {
    return all();
  }

  /** Every kind at this moment, in the order of the mapping. */
  public List<KindStatus> kinds() {
    Instant next = control.nextResync();
    return all().stream().map(kind -> status(kind, next)).toList();
  }

  /** One kind at this moment; empty when there is none of that name. */
  public Optional<KindStatus> kind(String slug) {
    Instant next = control.nextResync();
    return all().stream()
        .filter(kind -> kind.identity().slug().equals(slug))
        .findFirst()
        .map(kind -> status(kind, next));
  }

  /** A kind at this moment, also when it is gone. */
  public KindStatus status(KindWatch kind) {
    return status(kind, control.nextResync());
  }

  private KindStatus status(KindWatch kind, @Nullable Instant nextResync) {
    Instant own = control.nextRun(kind.identity().slug());
    boolean sooner = own != null && (nextResync == null || own.isBefore(nextResync));
    return kind.status(control.isStarted(kind.identity().routeId()), sooner ? own : nextResync);
  }

  /** The process at this moment. */
  public ProcessStatus process() {
    RunWatch.View seen = run.view();
    KindCounts totals =
        kinds().stream().map(KindStatus::totals).reduce(KindCounts.NONE, KindCounts::plus);
    return new ProcessStatus(
        process,
        listener,
        seen.phase(),
        seen.id(),
        seen.start(),
        seen.last(),
        seen.lastComplete(),
        seen.runs(),
        totals,
        seen.deleted(),
        seen.deletion(),
        seen.mistakes(),
        port.contact(),
        control.nextResync());
  }

  /** Why a kind is not to be read now: it is paused, or its route was stopped; else empty. */
  public Optional<String> whyIdle(String slug) {
    KindWatch kind = watched(slug);
    if (kind.isPaused()) {
      return Optional.of("paused by an operator, so it was not read");
    }
    String route = kind.identity().routeId();
    return control.isStarted(route)
        ? Optional.empty()
        : Optional.of("its route " + route + " was stopped, so it was not read");
  }

  private static SyncState state(String result) {
    return switch (result) {
      case "complete" -> SyncState.COMPLETED;
      case "aborted" -> SyncState.ABORTED;
      default -> SyncState.FAILED;
    };
  }

  /**
   * A full resync is wanted: it begins at once, or after the one that is going on.
   *
   * @throws IllegalStateException when this installation was not made ready at Port yet
   */
  public void resync() {
    requireReady();
    control.want(Scope.EVERYTHING);
  }

  /** What is written before that might be written by the wrong integration. */
  private void requireReady() {
    if (!port.contact().ready()) {
      throw new IllegalStateException(
          "this installation is not ready at Port yet; expected Port to answer first");
    }
  }

  /**
   * A resync of one kind is wanted.
   *
   * @throws IllegalArgumentException when there is no such kind
   * @throws IllegalStateException when it is paused, its route was stopped, or this installation
   *     was not made ready at Port yet
   */
  public void resync(String slug) {
    requireReady();
    KindWatch kind = watched(slug);
    if (kind.isPaused()) {
      throw new IllegalStateException(
          "%s is paused; expected it to be resumed first".formatted(slug));
    }
    if (!control.isStarted(kind.identity().routeId())) {
      throw new IllegalStateException(
          "the route %s was stopped; expected it to be resumed first"
              .formatted(kind.identity().routeId()));
    }
    control.want(Scope.kinds(Set.of(slug)));
  }

  /**
   * A kind is not read any more: one that is being read ends with its next page. Nothing is deleted
   * until it is resumed.
   *
   * @throws IllegalArgumentException when there is no such kind
   */
  public void pause(String slug) {
    watched(slug).pause(true);
  }

  /**
   * A kind is read again with the next resync; its route is started where somebody stopped it.
   *
   * @throws IllegalArgumentException when there is no such kind
   */
  public void resume(String slug) {
    KindWatch kind = watched(slug);
    kind.pause(false);
    control.start(kind.identity().routeId());
  }
}
