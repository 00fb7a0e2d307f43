package dev.portage.route.resync;

import dev.portage.config.ConfigException;
import dev.portage.config.MappingDocument;
import dev.portage.config.Problem;
import dev.portage.config.RunSettings;
import dev.portage.reconcile.ResyncRun;
import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import dev.portage.route.call.Failures;
import dev.portage.route.kind.KindRoutes;
import dev.portage.route.run.Ending;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.KindProgress;
import dev.portage.route.run.LogContext;
import dev.portage.route.run.PortClock;
import dev.portage.route.run.Run;
import dev.portage.route.watch.Watch;
import dev.portage.trigger.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code resync}. */
public final class ResyncSteps {
  private static final Logger LOG = LoggerFactory.getLogger(ResyncSteps.class);

  private final CurrentMapping mappings;
  private final KindRoutes routes;
  private final ResyncStates states;
  private final CurrentResync current;
  private final RunSettings limits;
  private final Watch watch;

  /**
   * No run yet.
   *
   * @param limits of one call to Port
   */
  public ResyncSteps(
      CurrentMapping mappings,
      KindRoutes routes,
      ResyncStates states,
      CurrentResync current,
      RunSettings limits,
      Watch watch) {
    this.watch = watch;
    this.mappings = mappings;
    this.routes = routes;
    this.states = states;
    this.current = current;
    this.limits = limits;
  }

  /**
   * A new run: Port is told, the mapping is read anew, and the routes follow it.
   *
   * @param wanted a {@link Scope}; anything else stands for all kinds
   */
  public Run begin(@Body @Nullable Object wanted) {
    Scope scope = wanted instanceof Scope some ? some : Scope.EVERYTHING;
    current.begins();
    ResyncRun record = new ResyncRun(UUID.randomUUID(), Instant.now());
    LogContext.event(record.id().toString());
    watch.run().begins(record.id().toString(), !scope.everything(), record.start());
    LOG.info(
        "Resync {} begins{}",
        record.id(),
        scope.everything() ? "" : ", of these kinds only: " + String.join(", ", scope.kinds()));
    // While only some kinds run, Port goes on showing the last full resync (ADR 0009).
    Optional<PortClock> clock =
        scope.everything() ? states.running(record.start()) : Optional.empty();
    MappingDocument mapping = mappings.read();
    Run run = new Run(record, mapping, routes.follow(mapping.resources()), scope, limits, watch);
    clock.ifPresent(run::clock);
    watch.run().reads(mapping.problems().stream().map(Problem::toString).toList());
    current.is(run);
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

  /**
   * Whether a kind is read in this run: not while an operator keeps it from that, by pausing it or
   * by stopping its route. That is a doubt.
   */
  public boolean wanted(@Body KindPlan plan, @Variable("run") Run run) {
    KindProgress progress = run.kind(plan.position());
    Optional<String> idle = watch.whyIdle(plan.slug());
    idle.ifPresent(progress::leaveOut);
    return idle.isEmpty();
  }

  /** The end: Port is told, the report is written. */
  public Ending finish(@Variable("run") Run run) {
    try {
      return ending(run);
    } finally {
      current.ends();
    }
  }

  private Ending ending(Run run) {
    run.close();
    current.over();
    RunResult result = run.isAborted() ? new RunResult.Aborted() : run.record().result();
    boolean complete = result instanceof RunResult.Complete;
    states.ended(result);
    RunReport report = new RunReport(run.record(), result, run.deletion());
    watch.runEnds(result.word(), result.words(), report.text());
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
      current.ends();
    }
  }

  private Ending failed(Exception failure) {
    boolean stopped = current.isStopped();
    RunResult result =
        stopped ? new RunResult.Aborted() : new RunResult.Failed(Failures.words(failure));
    watch.runEnds(result.word(), result.words(), "");
    if (stopped) {
      LOG.debug("Resync stopped", failure);
      states.ended(result);
      return new Ending(result, false, Optional.empty());
    }
    if (failure instanceof ConfigException config) {
      config.problems().forEach(problem -> LOG.error("mapping: {}", problem));
    } else {
      LOG.error("Resync failed: {}", Failures.words(failure));
    }
    LOG.debug("Resync failed", failure);
    states.ended(result);
    return new Ending(result, failure instanceof ConfigException, Optional.empty());
  }
}
