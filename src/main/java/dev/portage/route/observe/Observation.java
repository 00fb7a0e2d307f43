package dev.portage.route.observe;

import dev.portage.route.watch.Watch;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;

/** Puts together what answers on the listener about the process: nothing of it in a single run. */
public final class Observation {
  private Observation() {}

  /** The file with the routes. */
  public static final String ROUTES = "observe";

  /** Binds the beans of the routes. */
  public static void bind(CamelContext context, Watch watch) {
    var registry = context.getRegistry();
    registry.bind("health", new HealthSteps(context, watch));
    registry.bind("metrics", new MetricsSteps(new Metrics(context, watch)));
    HealthCheckRegistry checks = HealthCheckRegistry.get(context);
    if (checks != null) {
      checks.register(new PortCheck(watch));
    }
  }
}
