package dev.portage.route;

import dev.portage.config.Settings;
import dev.portage.route.observe.Observation;
import dev.portage.route.watch.Watch;
import dev.portage.route.web.HttpListener;
import dev.portage.route.web.OperateSteps;
import dev.portage.route.web.PageSteps;
import java.util.List;
import org.apache.camel.CamelContext;

/** What answers on the HTTP listener of a process that stays; a single run has none. */
final class ListenerRoutes {
  /** The files of its routes. */
  static final List<String> ROUTES = List.of("page", Observation.ROUTES);

  private final HttpListener listener;
  private final Watch watch;
  private volatile int port;

  ListenerRoutes(Settings settings, Watch watch) {
    this.listener = HttpListener.of(settings);
    this.watch = watch;
  }

  /**
   * Refuses at once when nobody can listen there.
   *
   * @throws IllegalStateException with the settings to change
   */
  void requireFree() {
    listener.requireFree();
  }

  /**
   * Opens the listener with the context, and binds the beans of the routes.
   *
   * @throws IllegalStateException when nobody can listen there
   */
  void bind(CamelContext context) {
    listener.open(context);
    context.getRegistry().bind("page", new PageSteps(watch, context));
    context.getRegistry().bind("operate", new OperateSteps(watch));
    Observation.bind(context, watch);
  }

  /** Says where it listens, now that the context is started. */
  void announce(CamelContext context) {
    port = listener.announce(context);
    watch.listens(listener.host() + ":" + port);
  }

  /** Where it listens; 0 before it does. */
  int port() {
    return port;
  }
}
