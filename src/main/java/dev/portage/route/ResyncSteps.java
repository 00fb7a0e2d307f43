package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.ConfigException;
import dev.portage.config.MappingDocument;
import dev.portage.config.MappingReader;
import dev.portage.config.Problem;
import dev.portage.config.Settings;
import dev.portage.jq.JqOptions;
import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import dev.portage.sink.ResyncState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
  private final AtomicReference<@Nullable Run> current = new AtomicReference<>();
  private final InFlight underway = new InFlight();
  private volatile boolean stopped;

  /** Whether Port was told last that a resync is running. */
  private boolean toldRunning;

  ResyncSteps(Settings settings, JqOptions jq, PortApi api, PortClient port, KindRoutes routes) {
    this.settings = settings;
    this.jq = jq;
    this.api = api;
    this.port = port;
    this.routes = routes;
  }

  /** A new run: Port is told, the mapping is read anew, and the routes follow it. */
  public Run begin() {
    underway.begin();
    refuseWhenStopped();
    UUID id = UUID.randomUUID();
    Instant start = Instant.now();
    LogContext.event(id.toString());
    LOG.info("Resync {} begins", id);
    tell(ResyncState.running(start, null, settings.run().scheduledResyncInterval()));
    MappingDocument mapping = mapping();
    Run run = new Run(id, start, mapping, routes.follow(mapping.resources()));
    current.set(run);
    refuseWhenStopped();
    mapping.problems().forEach(problem -> note(run, problem));
    mapping
        .stopped()
        .forEach(
            stopped ->
                run.record()
                    .doubt(
                        "resource %d (%s) does not run, because of %d mistakes in it"
                            .formatted(
                                stopped.index(), stopped.kind(), stopped.problems().size())));
    return run;
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
  void abort() {
    stopped = true;
    Run run = current.get();
    if (run != null) {
      run.abort();
      LOG.warn("Resync {} is stopped before its end", run.record().id());
    }
    tell(ended(ResyncState.Status.ABORTED));
  }

  /** Returns when no resync is under way, or the thread is interrupted. */
  void awaitEnd() {
    try {
      underway.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ResyncState ended(ResyncState.Status status) {
    return ResyncState.ended(status, Instant.now(), null, settings.run().scheduledResyncInterval());
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
      api.integration().read(port.call(api.integration().resyncState(state)));
    } catch (PortUnavailable | PortException e) {
      LOG.warn(
          "Port was not told that the resync is {}: {}", state.status().text(), e.getMessage());
    }
  }
}
