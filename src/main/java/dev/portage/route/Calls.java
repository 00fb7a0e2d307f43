package dev.portage.route;

import dev.portage.auth.CredentialCache;
import dev.portage.config.Settings;
import dev.portage.config.SourceSettings;
import dev.portage.http.Masker;
import dev.portage.http.RetryPolicy;
import dev.portage.route.call.HttpComponents;
import dev.portage.route.call.Stop;
import dev.portage.route.port.PortAccess;
import dev.portage.route.port.PortRetry;
import dev.portage.route.port.PortSteps;
import dev.portage.route.source.SourceRetry;
import dev.portage.route.source.SourceSteps;
import dev.portage.route.watch.PortWatch;
import dev.portage.sink.PortApi;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** What the routes {@code source} and {@code port} need: all that calls the API and Port. */
final class Calls {
  /** The files of these routes. */
  static final List<String> ROUTES = List.of("source", "port");

  static final String HTTP_OPTIONS =
      "?throwExceptionOnFailure=false&disableStreamCache=true&getWithBody=true&deleteWithBody=true";

  private static final int CONNECTIONS_TO_PORT = 100;

  private final Settings settings;
  private final PortApi api;
  private final Masker masker;
  private final Stop stop;
  private final RetryPolicy towardsPort;
  private final HttpComponents http;

  Calls(Settings settings, PortApi api, Masker masker, Stop stop, RetryPolicy towardsPort) {
    this.settings = settings;
    this.api = api;
    this.masker = masker;
    this.stop = stop;
    this.towardsPort = towardsPort;
    this.http = new HttpComponents(settings.network());
  }

  /** The addresses in the files of the routes. */
  static void configure(Main main) {
    main.addInitialProperty("portage.source", "source-http:source" + HTTP_OPTIONS);
    main.addInitialProperty("portage.port", "port-http:port" + HTTP_OPTIONS);
  }

  /** camel-http as the network of this process needs it. */
  HttpComponents http() {
    return http;
  }

  /**
   * Binds the components and the step beans.
   *
   * @return the access to Port that all calls share
   */
  PortAccess bind(CamelContext context, PortWatch watch) {
    ProducerTemplate template = context.createProducerTemplate();
    SourceSettings source = settings.source();
    context.addComponent(
        HttpComponents.SOURCE,
        http.create(source.timeout(), source.verifyTls(), source.maxConcurrentRequests()));
    context.addComponent(
        HttpComponents.PORT,
        http.create(PortSteps.TIMEOUT, settings.port().verifyTls(), CONNECTIONS_TO_PORT));
    CredentialCache credentials = new CredentialCache(Clock.systemUTC());
    var registry = context.getRegistry();
    registry.bind("source", new SourceSteps(source, credentials, template, masker));
    registry.bind("source-retry", new SourceRetry(source.authentication(), credentials, stop));
    PortAccess access = new PortAccess(api, stop, template, masker, watch);
    registry.bind("port", new PortSteps(access, stop));
    registry.bind("port-retry", new PortRetry(access, towardsPort, stop));
    return access;
  }
}
