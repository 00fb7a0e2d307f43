package dev.portage.route;

import dev.portage.route.call.Failures;
import dev.portage.route.kind.KindTriggers;
import dev.portage.route.resync.ResyncStates;
import dev.portage.route.trigger.Triggers;
import dev.portage.route.watch.Control;
import dev.portage.trigger.Scope;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;

/** Carries out what an operator wants, on the routes of this process. */
record OperatorControl(
    CamelContext context, Triggers triggers, KindTriggers kindTriggers, ResyncStates states)
    implements Control {

  @Override
  public boolean isStarted(String route) {
    ServiceStatus status = context.getRouteController().getRouteStatus(route);
    return status == null || status.isStarted() || status.isStarting();
  }

  @Override
  public void start(String route) {
    try {
      ServiceStatus status = context.getRouteController().getRouteStatus(route);
      if (status != null && status.isSuspended()) {
        context.getRouteController().resumeRoute(route);
      } else if (status != null) {
        context.getRouteController().startRoute(route);
      }
    } catch (Exception e) {
      throw new IllegalStateException(
          "route " + route + " could not be started: " + Failures.words(e), e);
    }
  }

  @Override
  public void want(Scope scope) {
    triggers.want(context, scope);
  }

  @Override
  public @Nullable Instant nextResync() {
    return states.next();
  }

  @Override
  public @Nullable Instant nextRun(String slug) {
    return kindTriggers.next(slug, Instant.now());
  }
}
