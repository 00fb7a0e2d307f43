package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.Settings;
import dev.portage.http.ApiResponse;
import dev.portage.http.Masker;
import dev.portage.http.RetryPolicy;
import dev.portage.route.call.Failures;
import dev.portage.route.call.Stop;
import dev.portage.route.port.PortClient;
import dev.portage.route.watch.PortWatch;
import dev.portage.route.write.UpsertSteps;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
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
        .withRoutesIncludePattern(RouteFiles.of(Calls.ROUTES));
    Calls.configure(main);
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
    PortApi api = Portage.api(settings);
    new Calls(settings, api, masker, new Stop(), IMPATIENT).bind(context, new PortWatch(masker));
    PortClient port = new PortClient(context.createProducerTemplate());
    context.getRegistry().bind("upsert", new UpsertSteps(api, port));
  }
}
