package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.auth.CredentialCache;
import dev.portage.config.Settings;
import dev.portage.config.SourceSettings;
import dev.portage.http.ApiResponse;
import dev.portage.http.Masker;
import dev.portage.http.RetryPolicy;
import dev.portage.route.call.Failures;
import dev.portage.route.call.HttpComponents;
import dev.portage.route.call.Stop;
import dev.portage.route.port.PortAccess;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortRetry;
import dev.portage.route.port.PortSteps;
import dev.portage.route.source.SourceRetry;
import dev.portage.route.source.SourceSteps;
import dev.portage.route.watch.PortWatch;
import dev.portage.route.write.UpsertSteps;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * What Port holds that a mapping refers to, asked without a resync; nothing is changed there.
 *
 * @param blueprints the answer to the question for all blueprints
 * @param mapping that Port holds for the installation; empty when there is none
 */
public record PortHoldings(JsonNode blueprints, Optional<JsonNode> mapping) {
  /** Who validates waits in front of a screen. */
  private static final RetryPolicy IMPATIENT =
      new RetryPolicy(
          3,
          3,
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20));

  /**
   * Asks Port, through the same routes as a resync.
   *
   * @throws RuntimeException when Port cannot be reached or refuses us; the message says which
   */
  public static PortHoldings ask(Settings settings, Masker masker) {
    Main main = new Main();
    try {
      configure(main, settings, masker);
      main.start();
      PortClient port = new PortClient(main.getCamelContext().createProducerTemplate());
      return ask(Portage.api(settings), port);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the routes could not be started: " + Failures.words(e), e);
    } finally {
      main.stop();
    }
  }

  private static PortHoldings ask(PortApi api, PortClient port) {
    ApiResponse all = port.call(api.resources().blueprints());
    JsonNode blueprints = api.resources().readBlueprints(all);
    Optional<Integration> held = api.integration().readGet(port.call(api.integration().get()));
    return new PortHoldings(blueprints, held.map(Integration::config).filter(c -> !c.isEmpty()));
  }

  private static void configure(Main main, Settings settings, Masker masker) {
    main.configure()
        .withName("portage-validate")
        .withShutdownTimeout(1)
        .withStreamCachingEnabled(false)
        .withRoutesIncludePattern(Portage.routes(List.of("source", "port")));
    main.addInitialProperty("portage.source", "source-http:source" + Portage.HTTP_OPTIONS);
    main.addInitialProperty("portage.port", "port-http:port" + Portage.HTTP_OPTIONS);
    main.addInitialProperty("portage.upserts", "direct:port-upsert");
    main.configure()
        .addConfiguration(
            new CamelConfiguration() {
              @Override
              public void configure(CamelContext context) {
                bind(context, settings, masker);
              }
            });
  }

  /** What the files of these routes refer to; nothing is read from the source API. */
  private static void bind(CamelContext context, Settings settings, Masker masker) {
    ProducerTemplate template = context.createProducerTemplate();
    PortApi api = Portage.api(settings);
    Stop stop = new Stop();
    HttpComponents http = new HttpComponents(settings.network());
    context.addComponent(
        HttpComponents.SOURCE,
        http.create(settings.source().timeout(), settings.source().verifyTls(), 1));
    context.addComponent(
        HttpComponents.PORT, http.create(PortSteps.TIMEOUT, settings.port().verifyTls(), 1));
    CredentialCache credentials = new CredentialCache(Clock.systemUTC());
    SourceSettings source = settings.source();
    var registry = context.getRegistry();
    registry.bind("source", new SourceSteps(source, credentials, template, masker));
    registry.bind("source-retry", new SourceRetry(source.authentication(), credentials, stop));
    PortAccess access = new PortAccess(api, stop, template, masker, new PortWatch(masker));
    registry.bind("port", new PortSteps(access, stop));
    registry.bind("port-retry", new PortRetry(access, IMPATIENT, stop));
    UpsertSteps upsert = new UpsertSteps(api, new PortClient(template));
    registry.bind("upsert", upsert);
  }
}
