package dev.portage.route.observe;

import dev.portage.route.watch.PortContact;
import dev.portage.route.watch.Watch;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Camel's view on whether Port takes our calls. */
final class PortCheck extends AbstractHealthCheck {
  private final Watch watch;

  PortCheck(Watch watch) {
    super("portage", "port");
    this.watch = watch;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    PortContact contact = watch.process().contact();
    if (contact.isGood()) {
      builder.up();
    } else {
      String failure = contact.failure();
      builder.message(failure == null ? "Port has not been reached yet" : failure).down();
    }
  }

  /** Port's trouble is no reason to restart the process. */
  @Override
  public boolean isLiveness() {
    return false;
  }
}
