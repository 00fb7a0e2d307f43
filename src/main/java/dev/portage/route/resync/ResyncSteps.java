package dev.portage.route.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.ConfigException;
import dev.portage.config.MappingDocument;
import dev.portage.config.MappingReader;
import dev.portage.config.Problem;
import dev.portage.config.Settings;
import dev.portage.jq.JqOptions;
import dev.portage.reconcile.ResyncRun;
import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import dev.portage.route.call.Failures;
import dev.portage.route.call.InFlight;
import dev.portage.route.kind.KindRoutes;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.route.run.Ending;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.LogContext;
import dev.portage.route.run.Run;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import dev.portage.sink.ResyncState;
import dev.portage.trigger.Schedule;
import dev.portage.trigger.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code resync}. */
public final class ResyncSteps {
  private static final Logger LOG = LoggerFactory.getLogger(ResyncSteps.class);

  private final Settings settings;
  private final JqOptions jq;
  private final PortApi api;
  private final PortClient port;
  private final KindRoutes routes;
  private final Instant started = Instant.now();
  private final AtomicReference<@Nullable Run> current = new AtomicReference<>();
  private volatile @Nullable Instant begun;
  private final InFlight underway = new InFlight();
  private volatile boolean stopped;

  /** Whether Port was told last that a resync is running. */
  private boolean toldRunning;

  /** No run yet. */
  public ResyncSteps(
      Settings settings, JqOptions jq, PortApi api, PortClient port, KindRoutes routes) {
    this.settings = settings;
    this.jq = jq;
    this.api = api;
    this.port = port;
    this.routes = routes;
  }

  /**
   * The routes of the mapping, before anybody wants a resync: kinds with a schedule of their own
   * wait for nobody. What is wrong with the mapping is told by the first resync.
   */
  public void look() {
    try {
      routes.follow(mapping().resources());
    } catch (ConfigException | PortUnavailable | PortException e) {
      LOG.info("There are no routes of kinds before the first resync: {}", e.getMessage());
    }
  }

  /**
   * A new run: Port is told, the mapping is read anew, and the routes follow it.
   *
   * @param wanted a {@link Scope}; anything else stands for all kinds
   */
  public Run begin(@Body @Nullable Object wanted) {
    Scope scope = wanted instanceof Scope some ? some : Scope.EVERYTHING;
    underway.begin();
    refuseWhenStopped();
    ResyncRun record = new ResyncRun(UUID.randomUUID(), Instant.now());
    LogContext.event(record.id().toString());
    LOG.info(
        "Resync {} begins{}",
        record.id(),
        scope.everything() ? "" : ", of these kinds only: " + String.join(", ", scope.kinds()));
    if (scope.everything()) {
      // While only some kinds run, Port goes on showing the last full resync (ADR 0009).
      tell(ResyncState.running(record.start(), next(), settings.run().scheduledResyncInterval()));
    }
    MappingDocument mapping = mapping();
    Run run = new Run(record, mapping, routes.follow(mapping.resources()), scope);
    current.set(run);
    refuseWhenStopped();
    mapping.problems().forEach(problem -> note(run, problem));
    if (!run.isPartial()) {
      doubtStopped(run, mapping);
    }
    return run;
  }

  private static void doubtStopped(Run run, MappingDocument mapping) {
    mapping
        .stopped()
        .forEach(
            stopped ->
                run.record()
                    .doubt(
                        "resource %d (%s) does not run, because of %d mistakes in it"
                            .formatted(
                                stopped.index(), stopped.kind(), stopped.problems().size())));
  }

  private void refuseWhenStopped() {
    if (stopped) {
      throw new IllegalStateException("Portage is stopping");
    }
  }

  private MappingDocument mapping() {
    if (settings.run().mappingFile() != null) {
      return MappingReader.read(settings.run().mappingFile(), settings.source(), jq);
    }
    Integration integration =
        api.integration()
            .readGet(port.call(api.integration().get()))
            .orElseThrow(
                () ->
                    new PortUnavailable(
                        "Port does not know the integration "
                            + settings.identifier()
                            + " any more; expected it to be there since the start",
                        null));
    JsonNode config = integration.config();
    if (config.isMissingNode() || config.isNull() || config.isEmpty()) {
      throw new ConfigException(
          List.of(
              new Problem(
                  "mapping", "Port holds an empty one for " + settings.identifier(), "resources")));
    }
    return MappingReader.read(config, settings.source(), jq);
  }

  private static void note(Run run, Problem problem) {
    LOG.error("mapping: {}", problem);
    run.plans().stream()
        .filter(plan -> problem.path().startsWith("resources[" + plan.resource().index() + "]"))
        .findFirst()
        .ifPresent(plan -> run.kind(plan.position()).counts().leftOut(problem.toString()));
  }

  /** The kinds by lane. */
  public List<List<KindPlan>> eachLane(@Variable("run") Run run) {
    return run.lanes();
  }

  /** The end: Port is told, the report is written. */
  public Ending finish(@Variable("run") Run run) {
    try {
      return ending(run);
    } finally {
      underway.end();
    }
  }

  private Ending ending(Run run) {
    run.close();
    current.set(null);
    RunResult result = run.isAborted() ? new RunResult.Aborted() : run.record().result();
    boolean complete = result instanceof RunResult.Complete;
    tell(ended(complete ? ResyncState.Status.COMPLETED : ResyncState.Status.FAILED));
    RunReport report = new RunReport(run.record(), result, run.deletion());
    if (complete) {
      LOG.info("{}", report.text());
    } else {
      LOG.warn("{}", report.text());
    }
    return new Ending(result, false, Optional.of(report));
  }

  /** The run could not go on; nothing was deleted. */
  public Ending fail(Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    Run run = exchange.getVariable("run", Run.class);
    if (run != null) {
      run.close();
    }
    try {
      return failed(failure);
    } finally {
      current.set(null);
      underway.end();
    }
  }

  private Ending failed(Exception failure) {
    if (stopped) {
      LOG.debug("Resync stopped", failure);
      tell(ended(ResyncState.Status.ABORTED));
      return new Ending(new RunResult.Aborted(), false, Optional.empty());
    }
    String words = Failures.words(failure);
    if (failure instanceof ConfigException config) {
      config.problems().forEach(problem -> LOG.error("mapping: {}", problem));
    } else {
      LOG.error("Resync failed: {}", words);
    }
    LOG.debug("Resync failed", failure);
    tell(ended(ResyncState.Status.FAILED));
    return new Ending(
        new RunResult.Failed(words), failure instanceof ConfigException, Optional.empty());
  }

  /**
   * A run that is going on reads no further page and deletes nothing, and none begins any more;
   * Port is told at once.
   */
  public void abort() {
    stopped = true;
    Run run = current.get();
    if (run != null) {
      run.abort();
      LOG.warn("Resync {} is stopped before its end", run.record().id());
    }
    tell(ended(ResyncState.Status.ABORTED));
  }

  /** Returns when no resync is under way, or the thread is interrupted. */
  public void awaitEnd() {
    try {
      underway.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ResyncState ended(ResyncState.Status status) {
    return ResyncState.ended(
        status, Instant.now(), next(), settings.run().scheduledResyncInterval());
  }

  private @Nullable Instant next() {
    Duration interval = settings.run().scheduledResyncInterval();
    return interval == null ? null : new Schedule.Every(interval).next(started, Instant.now());
  }

  /**
   * When the last full resync began by Port's clock: what was asked for before, it has answered
   * (contract, section 7.2).
   */
  public Optional<Instant> begun() {
    return Optional.ofNullable(begun);
  }

  /**
   * What Port shows about the resync is no reason to fail it (contract, section 4.5). It is told of
   * one end after each begin: who stops a resync and the resync itself both try.
   */
  private synchronized void tell(ResyncState state) {
    boolean begins = state.status() == ResyncState.Status.RUNNING;
    if (!begins && !toldRunning) {
      return;
    }
    toldRunning = begins;
    try {
      Integration told = api.integration().read(port.call(api.integration().resyncState(state)));
      if (begins) {
        begun = told.resyncStateUpdatedAt().orElse(begun);
      }
    } catch (PortUnavailable | PortException e) {
      LOG.warn(
          "Port was not told that the resync is {}: {}", state.status().text(), e.getMessage());
    }
  }
}
