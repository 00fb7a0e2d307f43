package dev.portage.route;

import dev.portage.config.JqEnvironment;
import dev.portage.config.Settings;
import dev.portage.http.Masker;
import dev.portage.jq.JqOptions;
import dev.portage.route.call.BoundedThreads;
import dev.portage.route.call.Stop;
import dev.portage.route.kind.ExpressionSteps;
import dev.portage.route.kind.JqDialect;
import dev.portage.route.kind.KindRoutes;
import dev.portage.route.kind.KindTriggers;
import dev.portage.route.port.PortClient;
import dev.portage.route.resync.CurrentMapping;
import dev.portage.route.resync.CurrentResync;
import dev.portage.route.resync.KindFailures;
import dev.portage.route.resync.ResyncStates;
import dev.portage.route.resync.ResyncSteps;
import dev.portage.route.trigger.Triggers;
import dev.portage.route.watch.Watch;
import dev.portage.route.write.MemorySteps;
import dev.portage.route.write.ReconcileSteps;
import dev.portage.route.write.UnrelatedSteps;
import dev.portage.route.write.UpsertSteps;
import dev.portage.sink.PortApi;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/** The step beans of a resync, from the wish for it to its last deletion, and what they share. */
final class StepBeans {
  /** The files of the routes that refer to them. */
  static final List<String> ROUTES = List.of("resync", "reconcile", "kind", "parameter");

  /** Batches on their way to Port at the same time. */
  private static final int UPSERTS = 10;

  /** Kinds that run side by side; the source's own limit of requests holds all the same. */
  private static final int LANES = 32;

  private final Settings settings;
  private final PortApi api;
  private final Masker masker;
  private final Stop stop;
  private final Triggers triggers;
  private final Watch watch;
  private final MemorySteps.Keeping keeping;
  private final ExecutorService lanes = BoundedThreads.pool("lane", LANES);
  private final ExecutorService endpoints;
  private volatile @Nullable CurrentResync resync;
  private volatile @Nullable Runnable kindRoutes;

  StepBeans(
      Settings settings, PortApi api, Masker masker, Stop stop, Triggers triggers, Watch watch) {
    this.settings = settings;
    this.api = api;
    this.masker = masker;
    this.stop = stop;
    this.triggers = triggers;
    this.watch = watch;
    this.keeping = MemorySteps.Keeping.of(settings, triggers.isSingle(), Portage.version(), masker);
    // Some work on one page while the requests of others are under way.
    this.endpoints = BoundedThreads.pool("endpoint", settings.source().maxConcurrentRequests() + 2);
  }

  /** The addresses in the files of the routes. */
  static void configure(Main main) {
    // Who reads a queue looks up five times a second (pollTimeout), since the end waits for that.
    main.addInitialProperty(
        "portage.upserts",
        "seda:port-upsert?size=%d&blockWhenFull=true&concurrentConsumers=%d&pollTimeout=200&waitForTaskToComplete=Never"
            .formatted(UPSERTS, UPSERTS));
  }

  /** Binds them. */
  void bind(CamelContext context) {
    PortClient port = new PortClient(context.createProducerTemplate());
    JqOptions jq = JqEnvironment.options(System.getenv(), settings.run().jqEnvironment());
    var registry = context.getRegistry();
    registry.bind("jq", new JqDialect(jq));
    registry.bind("lanes", lanes);
    registry.bind("failures-of-kinds", new KindFailures());
    registry.bind("expressions", new ExpressionSteps(api, port));
    registry.bind("upsert", new UpsertSteps(api, port));
    KindTriggers kindTriggers = new KindTriggers(context, !triggers.isSingle());
    KindRoutes kinds = new KindRoutes(context, settings.source(), endpoints, kindTriggers, watch);
    CurrentMapping mapping = new CurrentMapping(settings, jq, api, port, masker);
    ResyncStates states =
        new ResyncStates(api, port::call, settings.run().scheduledResyncInterval());
    watch.control(new OperatorControl(context, triggers, kindTriggers, states));
    CurrentResync current = new CurrentResync(states);
    registry.bind(
        "resync", new ResyncSteps(mapping, kinds, states, current, settings.run(), watch));
    kindRoutes = () -> mapping.generate(kinds);
    resync = current;
    registry.bind("unrelated", new UnrelatedSteps(api, port, settings.run()));
    registry.bind("memory", new MemorySteps(api, port, keeping));
    registry.bind("reconcile", new ReconcileSteps(api, port, settings.run(), watch));
    triggers.bind(context, new Triggers.Needs(api, port, masker, stop, states::begun));
  }

  /** Makes the routes of the kinds before the first resync does, so that they can be seen. */
  void generateKinds() {
    Runnable generate = kindRoutes;
    if (generate != null) {
      generate.run();
    }
  }

  /** The resync that may be going on; null before {@link #bind}. */
  @Nullable CurrentResync resync() {
    return resync;
  }

  /** Ends their threads and closes what is remembered. */
  void close() {
    keeping.state().close();
    lanes.shutdownNow();
    endpoints.shutdownNow();
  }
}
