package dev.portage.route;

import dev.portage.config.Settings;
import dev.portage.http.Masker;
import dev.portage.http.RetryPolicy;
import dev.portage.route.call.Failures;
import dev.portage.route.call.HttpComponents;
import dev.portage.route.call.Stop;
import dev.portage.route.observe.Beans;
import dev.portage.route.observe.SharedDescriptions;
import dev.portage.route.port.PortClient;
import dev.portage.route.run.Ending;
import dev.portage.route.start.CannotStart;
import dev.portage.route.start.Installation;
import dev.portage.route.status.LogBuffer;
import dev.portage.route.status.StatusRoutes;
import dev.portage.route.trace.Tracing;
import dev.portage.route.trigger.Triggers;
import dev.portage.route.watch.ProcessIdentity;
import dev.portage.route.watch.Watch;
import dev.portage.sink.PortApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application put together: settings and step beans meet the routes here, and nowhere else. */
public final class Portage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Portage.class);
  private final Settings settings;
  private final Triggers triggers;
  private final PortApi api;
  private final Watch watch;
  private final Calls calls;
  private final StepBeans steps;
  private final StatusRoutes status;
  private final Optional<ListenerRoutes> listener;
  private final Tracing tracing;
  private final Main main =
      new Main() {
        @Override
        protected void modelineRoutes(CamelContext context) {
          // It would read every route file once more, for comments that ours do not hold.
        }
      };
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Stop stop = new Stop();
  private final Shutdown shutdown = new Shutdown(stop);
  private @Nullable Beans beans;

  private Portage(Settings settings, Masker masker, LogBuffer logs, RetryPolicy towardsPort) {
    this.settings = settings;
    this.status = new StatusRoutes(settings, masker, logs);
    shutdown.lastly(status::lastWords);
    shutdown.lastly(status::cut);
    this.tracing = Tracing.of(settings.run().traces());
    shutdown.lastly(tracing::close);
    this.triggers = new Triggers(settings);
    this.api = api(settings);
    this.watch = new Watch(identity(settings, triggers), masker);
    this.calls = new Calls(settings, api, masker, stop, towardsPort);
    this.steps = new StepBeans(settings, api, masker, stop, triggers, watch);
    this.listener =
        triggers.isSingle() ? Optional.empty() : Optional.of(new ListenerRoutes(settings, watch));
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
    Calls.configure(main);
    StepBeans.configure(main);
    status.configure(main, Calls.HTTP_OPTIONS);
    triggers.configure(main);
    listener.ifPresent(ListenerRoutes::requireFree);
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
    listener.ifPresent(it -> it.announce(main.getCamelContext()));
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
    if (!triggers.isSingle()) {
      steps.generateKinds();
    }
    for (String trigger : triggers.routes()) {
      if (stop.isBegun()) {
        return false;
      }
      main.getCamelContext().getRouteController().startRoute(trigger);
    }
    return true;
  }

  private String routes() {
    List<String> names = new ArrayList<>(StepBeans.ROUTES);
    names.addAll(Calls.ROUTES);
    names.add(StatusRoutes.FILE);
    names.addAll(triggers.files());
    listener.ifPresent(it -> names.addAll(ListenerRoutes.ROUTES));
    return RouteFiles.of(names);
  }

  private void assemble(CamelContext context) {
    SharedDescriptions.in(context);
    // Who calls a route that an operator stopped is to fail at once, and not after 30 s.
    context.getComponent("direct", DirectComponent.class).setBlock(false);
    tracing.watch(context);
    listener.ifPresent(it -> it.bind(context));
    status.bind(context, api, calls.bind(context, watch.port()), calls.http());
    steps.bind(context);
  }

  /** The routes that start resyncs. */
  List<String> triggers() {
    return triggers.routes();
  }

  /** The port of the HTTP listener; 0 while there is none. */
  int httpPort() {
    return listener.map(ListenerRoutes::port).orElse(0);
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
    shutdown.end(steps.resync(), this::cut);
    stopRoutes();
    steps.close();
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
