package dev.portage.route;

import dev.portage.config.JqEnvironment;
import dev.portage.config.Settings;
import dev.portage.config.SourceSettings;
import dev.portage.http.Masker;
import dev.portage.jq.JqOptions;
import dev.portage.sink.PortApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application put together: settings and step beans meet the routes here, and nowhere else. */
public final class Portage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Portage.class);
  private static final List<String> ROUTES =
      List.of("resync", "reconcile", "kind", "parameter", "source", "port", "status");
  private static final String HTTP_OPTIONS =
      "?throwExceptionOnFailure=false&disableStreamCache=true&getWithBody=true&deleteWithBody=true";

  /** Batches on their way to Port at the same time. */
  private static final int UPSERTS = 10;

  /** Kinds that run side by side; the source's own limit of requests holds all the same. */
  private static final int LANES = 32;

  private final Settings settings;
  private final Masker masker;
  private final Triggers triggers;
  private final PortApi api;
  private final StatusRoutes status;
  private final Main main = new Main();
  private final OnceSteps once = new OnceSteps();
  private final ExecutorService lanes = BoundedThreads.pool("lane", LANES);
  private final ExecutorService endpoints;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable ResyncSteps resync;

  private Portage(Settings settings, Masker masker, LogBuffer logs) {
    this.settings = settings;
    this.masker = masker;
    this.status = new StatusRoutes(settings, masker, logs);
    this.triggers = Triggers.of(settings);
    this.api =
        new PortApi(
            settings.port().baseUrl(),
            settings.port().clientId(),
            settings.port().clientSecret(),
            settings.type(),
            settings.identifier(),
            version());
    // Some work on one page while the requests of others are under way.
    this.endpoints = BoundedThreads.pool("endpoint", settings.source().maxConcurrentRequests() + 2);
  }

  /**
   * Starts the routes and makes Port's record of this installation what it should be; then the
   * trigger is on.
   *
   * @throws RuntimeException when Port cannot be reached or refuses us; everything is stopped again
   *     then
   */
  public static Portage start(Settings settings, Masker masker) {
    return start(settings, masker, LogBuffer.off());
  }

  /**
   * The same, with the log shipped to Port.
   *
   * @param logs where the lines are put
   */
  public static Portage start(Settings settings, Masker masker, LogBuffer logs) {
    Portage portage = new Portage(settings, masker, logs);
    try {
      portage.begin();
      return portage;
    } catch (RuntimeException e) {
      portage.close();
      throw e;
    }
  }

  /** Our own version; {@code dev} when it does not run from the jar. */
  public static String version() {
    return Optional.ofNullable(Portage.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  private void begin() {
    // Stream caching would read an answer before our limits of size and time can, and hide that it
    // was cut off.
    main.configure()
        .withName("portage")
        .withShutdownTimeout(15)
        .withStreamCachingEnabled(false)
        .withRoutesIncludePattern(routes());
    main.addInitialProperty("portage.source", "source-http:source" + HTTP_OPTIONS);
    main.addInitialProperty("portage.port", "port-http:port" + HTTP_OPTIONS);
    main.addInitialProperty(
        "portage.upserts",
        "seda:port-upsert?size=%d&blockWhenFull=true&concurrentConsumers=%d&waitForTaskToComplete=Never"
            .formatted(UPSERTS, UPSERTS));
    status.configure(main, HTTP_OPTIONS);
    main.addInitialProperty("portage.requests", "seda:requests?size=1&discardWhenFull=true");
    main.addInitialProperty(
        "portage.polling.interval", Long.toString(triggers.polling().interval().toMillis()));
    Duration schedule = settings.run().scheduledResyncInterval();
    main.addInitialProperty(
        "portage.schedule.interval", schedule == null ? "0" : Long.toString(schedule.toMillis()));
    main.configure()
        .addConfiguration(
            new CamelConfiguration() {
              @Override
              public void configure(CamelContext context) {
                assemble(context);
              }
            });
    try {
      main.start();
      new Installation(
              settings, api, new PortClient(main.getCamelContext().createProducerTemplate()))
          .prepare();
      LOG.info(
          "Portage {} reads {} into {} as {}, triggers: {}",
          version(),
          settings.source().baseUrl(),
          settings.port().baseUrl(),
          settings.identifier(),
          triggers.routes());
      for (String trigger : triggers.routes()) {
        main.getCamelContext().getRouteController().startRoute(trigger);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the routes could not be started: " + Failures.words(e), e);
    }
  }

  /**
   * From the folder {@code routes} where that holds them, so that they can be read and changed;
   * else from the jar.
   */
  private String routes() {
    List<String> names = new ArrayList<>(ROUTES);
    names.addAll(triggers.files());
    boolean onDisk = Files.isRegularFile(Path.of("routes", "resync.camel.yaml"));
    return names.stream()
        .map(name -> (onDisk ? "file:routes/" : "classpath:routes/") + name + ".camel.yaml")
        .collect(Collectors.joining(","));
  }

  private void assemble(CamelContext context) {
    ProducerTemplate template = context.createProducerTemplate();
    PortClient port = new PortClient(template);
    SourceSettings source = settings.source();
    context.addComponent(
        "source-http",
        HttpComponents.create(
            source.timeout(), source.verifyTls(), source.maxConcurrentRequests()));
    context.addComponent(
        "port-http", HttpComponents.create(PortSteps.TIMEOUT, settings.port().verifyTls(), 100));
    JqOptions jq = JqEnvironment.options(System.getenv(), settings.run().jqEnvironment());
    var registry = context.getRegistry();
    registry.bind("jq", new JqDialect(jq));
    registry.bind("lanes", lanes);
    registry.bind("failures-of-kinds", new KindFailures());
    SourceSteps calls = new SourceSteps(source, template, masker);
    registry.bind("source", calls);
    registry.bind("source-retry", calls.retry());
    PortSteps portCalls = new PortSteps(api, template, masker);
    registry.bind("port", portCalls);
    status.bind(context, api, portCalls);
    registry.bind("expressions", new ExpressionSteps(api, port));
    registry.bind("upsert", new UpsertSteps(api, port, settings.run()));
    KindRoutes kinds =
        new KindRoutes(context, source, new ParameterPages(template, source), endpoints);
    ResyncSteps steps = new ResyncSteps(settings, jq, api, port, kinds);
    registry.bind("resync", steps);
    resync = steps;
    registry.bind("unrelated", new UnrelatedSteps(api, port, settings.run()));
    registry.bind("reconcile", new ReconcileSteps(api, port, settings.run()));
    registry.bind("once", once);
    registry.bind("polling", new PollingSteps(api, port, triggers.polling().resyncOnStart()));
  }

  private static void tellWithin(ResyncSteps running, Duration limit) {
    Thread telling = new Thread(running::abort, "abort");
    telling.setDaemon(true);
    telling.start();
    try {
      telling.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How the one resync of a single run ended. */
  public CompletableFuture<Ending> ending() {
    return once.ending();
  }

  /**
   * Stops: a resync that is going on reads no further page and is reported as aborted, what is on
   * its way to Port may arrive, all within 25 s, even when nobody answers any more.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    ResyncSteps running = resync;
    if (running != null) {
      tellWithin(running, Duration.ofSeconds(5));
    }
    status.close(Duration.ofSeconds(3));
    main.stop();
    lanes.shutdownNow();
    endpoints.shutdownNow();
  }
}
