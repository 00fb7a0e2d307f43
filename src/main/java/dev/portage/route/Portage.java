package dev.portage.route;

import dev.portage.auth.CredentialCache;
import dev.portage.config.JqEnvironment;
import dev.portage.config.Settings;
import dev.portage.config.SourceSettings;
import dev.portage.http.Masker;
import dev.portage.http.RetryPolicy;
import dev.portage.jq.JqOptions;
import dev.portage.route.call.BoundedThreads;
import dev.portage.route.call.Failures;
import dev.portage.route.call.HttpComponents;
import dev.portage.route.call.Stop;
import dev.portage.route.kind.ExpressionSteps;
import dev.portage.route.kind.JqDialect;
import dev.portage.route.kind.KindRoutes;
import dev.portage.route.kind.KindTriggers;
import dev.portage.route.observe.Beans;
import dev.portage.route.observe.Observation;
import dev.portage.route.observe.SharedDescriptions;
import dev.portage.route.port.PortAccess;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortRetry;
import dev.portage.route.port.PortSteps;
import dev.portage.route.resync.CurrentMapping;
import dev.portage.route.resync.CurrentResync;
import dev.portage.route.resync.KindFailures;
import dev.portage.route.resync.ResyncStates;
import dev.portage.route.resync.ResyncSteps;
import dev.portage.route.run.Ending;
import dev.portage.route.source.SourceRetry;
import dev.portage.route.source.SourceSteps;
import dev.portage.route.start.CannotStart;
import dev.portage.route.start.Installation;
import dev.portage.route.status.LogBuffer;
import dev.portage.route.status.StatusRoutes;
import dev.portage.route.trace.Tracing;
import dev.portage.route.trigger.Triggers;
import dev.portage.route.watch.ProcessIdentity;
import dev.portage.route.watch.Watch;
import dev.portage.route.web.HttpListener;
import dev.portage.route.web.OperateSteps;
import dev.portage.route.web.PageSteps;
import dev.portage.route.write.MemorySteps;
import dev.portage.route.write.ReconcileSteps;
import dev.portage.route.write.UnrelatedSteps;
import dev.portage.route.write.UpsertSteps;
import dev.portage.sink.PortApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application put together: settings and step beans meet the routes here, and nowhere else. */
public final class Portage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Portage.class);
  private static final List<String> ROUTES =
      List.of("resync", "reconcile", "kind", "parameter", "source", "port", "status");
  static final String HTTP_OPTIONS =
      "?throwExceptionOnFailure=false&disableStreamCache=true&getWithBody=true&deleteWithBody=true";

  /** Batches on their way to Port at the same time. */
  private static final int UPSERTS = 10;

  /** Kinds that run side by side; the source's own limit of requests holds all the same. */
  private static final int LANES = 32;

  private final Settings settings;
  private final Masker masker;
  private final Triggers triggers;
  private final HttpListener listener;
  private final PortApi api;
  private final Watch watch;
  private final StatusRoutes status;
  private final MemorySteps.Keeping keeping;
  private final Tracing tracing;
  private final Main main =
      new Main() {
        @Override
        protected void modelineRoutes(CamelContext context) {
          // It would read every route file once more, for comments that ours do not hold.
        }
      };
  private final ExecutorService lanes = BoundedThreads.pool("lane", LANES);
  private final ExecutorService endpoints;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Stop stop = new Stop();
  private final Shutdown shutdown = new Shutdown(stop);
  private final RetryPolicy towardsPort;
  private volatile @Nullable CurrentResync resync;
  private volatile @Nullable Runnable kindRoutes;
  private volatile int httpPort;
  private @Nullable Beans beans;

  private Portage(Settings settings, Masker masker, LogBuffer logs, RetryPolicy towardsPort) {
    this.settings = settings;
    this.masker = masker;
    this.towardsPort = towardsPort;
    this.status = new StatusRoutes(settings, masker, logs);
    shutdown.lastly(status::lastWords);
    shutdown.lastly(status::cut);
    this.tracing = Tracing.of(settings.run().traces());
    shutdown.lastly(tracing::close);
    this.triggers = new Triggers(settings);
    this.keeping = MemorySteps.Keeping.of(settings, triggers.isSingle(), version(), masker);
    this.listener = HttpListener.of(settings);
    this.api = api(settings);
    this.watch = new Watch(identity(settings, triggers), masker);
    // Some work on one page while the requests of others are under way.
    this.endpoints = BoundedThreads.pool("endpoint", settings.source().maxConcurrentRequests() + 2);
  }

  private static ProcessIdentity identity(Settings settings, Triggers triggers) {
    return new ProcessIdentity(
        version(),
        settings.identifier(),
        settings.source().baseUrl(),
        settings.port().baseUrl(),
        String.join(", ", triggers.routes()),
        settings.run().http().pathPrefix(),
        Instant.now());
  }

  /** What is seen of the process, and what an operator can ask for. */
  public Watch watch() {
    return watch;
  }

  /** Put together, but not begun: so that it can be closed from the first moment on. */
  public static Portage of(Settings settings, Masker masker) {
    return of(settings, masker, LogBuffer.off());
  }

  /**
   * The same, with the log shipped to Port.
   *
   * @param logs where its lines are put
   */
  public static Portage of(Settings settings, Masker masker, LogBuffer logs) {
    return of(settings, masker, logs, RetryPolicy.forPort());
  }

  /** The same, with other pauses between the attempts at Port. */
  static Portage of(Settings settings, Masker masker, LogBuffer logs, RetryPolicy towardsPort) {
    return new Portage(settings, masker, logs, towardsPort);
  }

  /**
   * The same as {@link #of} and {@link #begin}.
   *
   * @throws RuntimeException when Port cannot be reached or refuses us; everything is stopped again
   *     then
   */
  public static Portage start(Settings settings, Masker masker) {
    Portage portage = of(settings, masker);
    portage.begin();
    return portage;
  }

  /** Port's API as this installation sees it. */
  static PortApi api(Settings settings) {
    return new PortApi(
        settings.port().baseUrl(),
        settings.port().clientId(),
        settings.port().clientSecret(),
        settings.type(),
        settings.identifier(),
        version());
  }

  /** Our own version; {@code dev} when it does not run from the jar. */
  public static String version() {
    return Optional.ofNullable(Portage.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  /**
   * Starts the routes and makes Port's record of this installation what it should be; then the
   * trigger is on.
   *
   * @return false when it was closed meanwhile
   * @throws RuntimeException when Port cannot be reached or refuses us; everything is stopped again
   *     then
   */
  public boolean begin() {
    try {
      configure();
      return startRoutes() && prepare() && startTriggers();
    } catch (Exception e) {
      if (stop.isBegun()) {
        LOG.debug("Stopped while it began", e);
        return false;
      }
      close();
      throw e instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("the routes could not be started: " + Failures.words(e), e);
    }
  }

  private void configure() {
    // Stream caching would read an answer before our limits of size and time can, and hide that it
    // was cut off.
    main.configure()
        .withName("portage")
        .withShutdownTimeout(3)
        .withStreamCachingEnabled(false)
        .withRoutesIncludePattern(routes());
    main.addInitialProperty("portage.path-prefix", settings.run().http().pathPrefix());
    main.addInitialProperty("portage.source", "source-http:source" + HTTP_OPTIONS);
    main.addInitialProperty("portage.port", "port-http:port" + HTTP_OPTIONS);
    // Who reads a queue looks up five times a second (pollTimeout), since the end waits for that.
    main.addInitialProperty(
        "portage.upserts",
        "seda:port-upsert?size=%d&blockWhenFull=true&concurrentConsumers=%d&pollTimeout=200&waitForTaskToComplete=Never"
            .formatted(UPSERTS, UPSERTS));
    status.configure(main, HTTP_OPTIONS);
    triggers.configure(main);
    if (!triggers.isSingle()) {
      listener.requireFree();
    }
    main.configure()
        .addConfiguration(
            new CamelConfiguration() {
              @Override
              public void configure(CamelContext context) {
                assemble(context);
              }
            });
  }

  /** Not while it is being closed: what is started after that would be left behind. */
  private synchronized boolean startRoutes() throws Exception {
    if (stop.isBegun()) {
      return false;
    }
    main.start();
    beans = Beans.show(main.getCamelContext(), watch);
    if (!triggers.isSingle()) {
      httpPort = listener.announce(main.getCamelContext());
      watch.listens(listener.host() + ":" + httpPort);
    }
    return true;
  }

  private boolean prepare() {
    if (stop.isBegun()) {
      return false;
    }
    PortClient port = new PortClient(main.getCamelContext().createProducerTemplate());
    new Installation(
            settings.run().installation(),
            settings.trigger().changelogDestination(),
            api,
            port::call,
            this::waitAtStart)
        .prepare();
    watch.port().ready();
    LOG.info(
        "Portage {} reads {} into {} as {}, triggers: {}",
        version(),
        settings.source().baseUrl(),
        settings.port().baseUrl(),
        settings.identifier(),
        triggers.routes());
    return true;
  }

  private void waitAtStart(Duration time) {
    if (!stop.pause(time, Duration.ZERO)) {
      throw new CannotStart("stopped before the start was over");
    }
  }

  private boolean startTriggers() throws Exception {
    Runnable generate = kindRoutes;
    if (generate != null && !triggers.isSingle()) {
      generate.run();
    }
    for (String trigger : triggers.routes()) {
      if (stop.isBegun()) {
        return false;
      }
      main.getCamelContext().getRouteController().startRoute(trigger);
    }
    return true;
  }

  /**
   * From the folder {@code routes} where that holds them, so that they can be read and changed;
   * else from the jar.
   */
  private String routes() {
    List<String> names = new ArrayList<>(ROUTES);
    names.addAll(triggers.files());
    if (!triggers.isSingle()) {
      names.add("page");
      names.add(Observation.ROUTES);
    }
    return routes(names);
  }

  /** Where the files of these routes are. */
  static String routes(List<String> names) {
    boolean onDisk = Files.isRegularFile(Path.of("routes", "resync.camel.yaml"));
    return names.stream()
        .map(name -> (onDisk ? "file:routes/" : "classpath:routes/") + name + ".camel.yaml")
        .collect(Collectors.joining(","));
  }

  private void assemble(CamelContext context) {
    SharedDescriptions.in(context);
    if (!triggers.isSingle()) {
      listener.open(context);
      context.getRegistry().bind("page", new PageSteps(watch, context));
      context.getRegistry().bind("operate", new OperateSteps(watch));
      Observation.bind(context, watch);
    }
    // Who calls a route that an operator stopped is to fail at once, and not after 30 s.
    context.getComponent("direct", DirectComponent.class).setBlock(false);
    tracing.watch(context);
    ProducerTemplate template = context.createProducerTemplate();
    PortClient port = new PortClient(template);
    SourceSettings source = settings.source();
    HttpComponents http = new HttpComponents(settings.network());
    context.addComponent(
        HttpComponents.SOURCE,
        http.create(source.timeout(), source.verifyTls(), source.maxConcurrentRequests()));
    context.addComponent(
        HttpComponents.PORT, http.create(PortSteps.TIMEOUT, settings.port().verifyTls(), 100));
    JqOptions jq = JqEnvironment.options(System.getenv(), settings.run().jqEnvironment());
    var registry = context.getRegistry();
    registry.bind("jq", new JqDialect(jq));
    registry.bind("lanes", lanes);
    registry.bind("failures-of-kinds", new KindFailures());
    CredentialCache credentials = new CredentialCache(Clock.systemUTC());
    registry.bind("source", new SourceSteps(source, credentials, template, masker));
    registry.bind("source-retry", new SourceRetry(source.authentication(), credentials, stop));
    PortAccess access = new PortAccess(api, stop, template, masker, watch.port());
    registry.bind("port", new PortSteps(access, stop));
    registry.bind("port-retry", new PortRetry(access, towardsPort, stop));
    status.bind(context, api, access, http);
    registry.bind("expressions", new ExpressionSteps(api, port));
    registry.bind("upsert", new UpsertSteps(api, port));
    KindTriggers kindTriggers = new KindTriggers(context, !triggers.isSingle());
    KindRoutes kinds = new KindRoutes(context, source, endpoints, kindTriggers, watch);
    CurrentMapping mapping = new CurrentMapping(settings, jq, api, port, masker);
    ResyncStates states = new ResyncStates(api, port, settings.run().scheduledResyncInterval());
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

  /** The routes that start resyncs. */
  List<String> triggers() {
    return triggers.routes();
  }

  /** The port of the HTTP listener; 0 while there is none. */
  int httpPort() {
    return httpPort;
  }

  /** Whether there is one resync, and then the end. */
  public boolean isSingle() {
    return triggers.isSingle();
  }

  /** How the one resync of a single run ended. */
  public CompletableFuture<Ending> ending() {
    return triggers.ending();
  }

  /**
   * Stops: a resync that is going on reads no further page and is reported as aborted, what is on
   * its way to Port may arrive, all within 25 s, even when nobody answers any more. It may be
   * called at any moment, also while it begins.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    triggers.close();
    shutdown.end(resync, this::cut);
    stopRoutes();
    keeping.state().close();
    lanes.shutdownNow();
    endpoints.shutdownNow();
  }

  private void cut(String component) {
    CamelContext context = main.getCamelContext();
    if (context != null) {
      HttpComponents.cut(context, component);
    }
  }

  private synchronized void stopRoutes() {
    if (beans != null) {
      beans.close();
    }
    main.stop();
  }
}
