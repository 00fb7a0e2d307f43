package dev.portage.route.trigger;

import dev.portage.config.Settings;
import dev.portage.http.Masker;
import dev.portage.http.Secret;
import dev.portage.route.call.Stop;
import dev.portage.route.port.PortClient;
import dev.portage.route.run.Ending;
import dev.portage.sink.PortApi;
import dev.portage.trigger.Scope;
import dev.portage.trigger.Trigger;
import dev.portage.trigger.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** What starts resyncs: which of its routes there are, what they need, and their start. */
public final class Triggers {
  private static final String ONCE = "trigger-once";

  private final Settings settings;
  private final Wishes wishes = new Wishes();
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  /** Those that the settings name. */
  public Triggers(Settings settings) {
    this.settings = settings;
  }

  /** True when there is one resync, and then the end. */
  public boolean isSingle() {
    return settings.trigger() instanceof Trigger.Once;
  }

  /** How the one resync of a single run ended; never completed where there are more. */
  public CompletableFuture<Ending> ending() {
    return ending;
  }

  /** The routes to be started when everything else is ready. */
  public List<String> routes() {
    if (isSingle()) {
      return List.of(ONCE);
    }
    List<String> routes = new ArrayList<>();
    Trigger trigger = settings.trigger();
    if (trigger instanceof Trigger.Polling) {
      routes.add("trigger-polling");
    } else if (trigger instanceof Trigger.Webhook) {
      routes.add("trigger-webhook");
    } else if (trigger instanceof Trigger.Kafka) {
      routes.add("trigger-kafka");
    }
    if (settings.run().scheduledResyncInterval() != null) {
      routes.add("trigger-schedule");
    }
    return routes;
  }

  /** The files with their routes; a single run needs no queue of requests. */
  public List<String> files() {
    List<String> files = new ArrayList<>(routes());
    if (!isSingle()) {
      files.add("requests");
      files.add("trigger-kind");
    }
    return files;
  }

  /** What the routes say as placeholders. */
  public void configure(Main main) {
    main.addInitialProperty(
        "portage.requests",
        "seda:requests?size=1&discardWhenFull=true&pollTimeout=200&waitForTaskToComplete=Never");
    if (settings.trigger() instanceof Trigger.Polling polling) {
      main.addInitialProperty("portage.polling.interval", millis(polling.interval()));
    }
    Duration schedule = settings.run().scheduledResyncInterval();
    if (schedule != null) {
      main.addInitialProperty("portage.schedule.interval", millis(schedule));
    }
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  /** What the triggers need of the rest. */
  public record Needs(
      PortApi api, PortClient port, Masker masker, Stop stop, Supplier<Optional<Instant>> begun) {}

  /** Gives the routes their steps. */
  public void bind(CamelContext context, Needs needs) {
    var registry = context.getRegistry();
    registry.bind("once", new OnceSteps(ending));
    registry.bind("requests", new RequestsSteps(wishes));
    Trigger trigger = settings.trigger();
    if (trigger instanceof Trigger.Polling polling) {
      registry.bind(
          "polling",
          new PollingSteps(
              needs.api(), needs.port()::call, polling.resyncOnStart(), needs.begun()));
    } else if (trigger instanceof Trigger.Webhook webhook) {
      Secret token = webhook.token();
      if (token != null) {
        needs.masker().hide(List.of(token));
      }
      registry.bind("webhook", new WebhookSteps(webhook));
    } else if (trigger instanceof Trigger.Kafka kafka) {
      KafkaConnection connection =
          new KafkaConnection(kafka, needs.api(), needs.port(), needs.masker(), needs.stop());
      context.addComponent("kafka", connection.component());
      registry.bind("kafka", new KafkaSteps(settings.identifier(), connection.offsets(), wishes));
    }
  }

  /**
   * An operator wants a resync.
   *
   * @throws IllegalStateException in a single run, and before the routes are there
   */
  public void want(CamelContext context, Scope scope) {
    if (isSingle()) {
      throw new IllegalStateException(
          "this is a single run; expected an event listener that waits for requests");
    }
    wishes.add(scope);
    context.createFluentProducerTemplate().to("{{portage.requests}}").send();
  }

  /** No resync begins any more, and nobody is told that one has ended. */
  public void close() {
    wishes.close();
  }
}
