package dev.portage.route.status;

import dev.portage.config.Settings;
import dev.portage.http.ApiResponse;
import dev.portage.http.Masker;
import dev.portage.http.Redaction;
import dev.portage.route.call.HttpComponents;
import dev.portage.route.port.PortAccess;
import dev.portage.sink.PortApi;
import dev.portage.sink.StatusCalls;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code status.camel.yaml} needs, and its end. */
public final class StatusRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(StatusRoutes.class);

  /** The file of the routes. */
  public static final String FILE = "status";

  private static final int CONNECTIONS = 4;

  private final Settings settings;
  private final Masker masker;
  private final LogBuffer logs;
  private @Nullable CamelContext context;
  private @Nullable StatusQueue queue;

  /** Tells nothing before it is bound. */
  public StatusRoutes(Settings settings, Masker masker, LogBuffer logs) {
    this.settings = settings;
    this.masker = masker;
    this.logs = logs;
  }

  /** Sets what the placeholders of the routes stand for. */
  public void configure(Main main, String httpOptions) {
    Duration beat = settings.run().status().heartbeat();
    main.addInitialProperty("portage.heartbeat", Long.toString(beat.toMillis()));
    main.addInitialProperty("portage.status-http", "status-http:status" + httpOptions);
    main.addInitialProperty(
        "portage.status",
        "seda:status?queue=#status-queue&purgeWhenStopping=true&pollTimeout=200&waitForTaskToComplete=Never");
  }

  /** Binds the beans of the routes. */
  public void bind(CamelContext target, PortApi api, PortAccess port, HttpComponents http) {
    ProducerTemplate template = target.createProducerTemplate();
    target.addComponent(
        "status-http",
        http.create(StatusCallSteps.TIMEOUT, settings.port().verifyTls(), CONNECTIONS));
    StatusQueue updates =
        new StatusQueue(update -> template.sendBody("{{portage.status}}", update));
    Redaction redaction = new Redaction(masker);
    StatusCalls calls = api.status();
    IngestAddresses addresses = new IngestAddresses(api, request -> call(template, request));
    var registry = target.getRegistry();
    registry.bind("status-queue", updates.backlog());
    registry.bind("status", new StatusSteps(updates, settings.run().status().rawDataExamples()));
    registry.bind("status-call", new StatusCallSteps(port));
    registry.bind(
        "tell",
        new TellSteps(updates, calls, addresses, redaction)
            .alsoTo(settings.run().status().metricsWebhook()));
    registry.bind("logs", new LogSteps(logs, calls, addresses, redaction));
    context = target;
    queue = updates;
  }

  private static ApiResponse call(ProducerTemplate template, StatusRequest request) {
    return template.requestBody("direct:status-call", request, ApiResponse.class);
  }

  /** Ships and tells what waits; whoever calls this has to limit its time. */
  public void lastWords() {
    CamelContext running = context;
    StatusQueue updates = queue;
    if (running == null || updates == null || !running.isStarted()) {
      return;
    }
    try {
      logs.flush();
      running.createProducerTemplate().sendBody("direct:log-batches", "");
      updates.await(StatusSteps.LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("The last lines of the log were not shipped", e);
    }
  }

  /** Cuts off what is still on its way, so that it holds up nobody's end. */
  public void cut() {
    CamelContext running = context;
    if (running != null) {
      HttpComponents.cut(running, "status-http");
    }
  }
}
