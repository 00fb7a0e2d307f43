package dev.portage.route;

import dev.portage.config.Settings;
import dev.portage.trigger.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What starts resyncs.
 *
 * @param routes the routes that are on
 * @param polling how Port is asked; without effect unless its route is among them
 */
record Triggers(List<String> routes, Trigger.Polling polling) {
  private static final Logger LOG = LoggerFactory.getLogger(Triggers.class);
  private static final Trigger.Polling EVERY_MINUTE =
      new Trigger.Polling(Duration.ofSeconds(60), true);

  /**
   * The triggers that settings ask for; a listener that is not served is replaced by polling, which
   * is said.
   */
  static Triggers of(Settings settings) {
    Trigger trigger = settings.trigger();
    if (trigger instanceof Trigger.Once) {
      return new Triggers(List.of("trigger-once"), EVERY_MINUTE);
    }
    List<String> routes = new ArrayList<>();
    if (!(trigger instanceof Trigger.None)) {
      routes.add("trigger-polling");
    }
    if (settings.run().scheduledResyncInterval() != null) {
      routes.add("trigger-schedule");
    }
    return new Triggers(List.copyOf(routes), polling(trigger));
  }

  /** The files with their routes; a single run needs no queue of requests. */
  List<String> files() {
    return routes.contains("trigger-once")
        ? routes
        : Stream.concat(Stream.of("requests"), routes.stream()).toList();
  }

  private static Trigger.Polling polling(Trigger trigger) {
    if (trigger instanceof Trigger.Polling polling) {
      return polling;
    }
    if (!(trigger instanceof Trigger.None)) {
      LOG.warn(
          "Event listener {} is not served by this version; Port is asked every 60 s instead",
          trigger.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }
    return EVERY_MINUTE;
  }
}
