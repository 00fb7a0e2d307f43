package dev.portage.route.kind;

import dev.portage.route.call.Failures;
import dev.portage.route.run.KindPlan;
import dev.portage.trigger.Schedule;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates a trigger for each kind that has a schedule of its own, and removes it when the kind is
 * gone or its schedule is another. One that stays keeps its rhythm.
 */
public final class KindTriggers {
  private static final Logger LOG = LoggerFactory.getLogger(KindTriggers.class);

  private final CamelContext context;
  private final boolean on;
  private final Map<String, Plan> present = new LinkedHashMap<>();

  /**
   * What a trigger does.
   *
   * @param kinds the slugs of all kinds that come from the same entry of the mapping: they share
   *     what is read
   */
  private record Plan(Schedule schedule, List<String> kinds) {}

  /** When each trigger began: its rhythm counts from there. */
  private final Map<String, Instant> begun = new HashMap<>();

  /**
   * No triggers yet.
   *
   * @param on false when nothing but one resync is to run
   */
  public KindTriggers(CamelContext context, boolean on) {
    this.context = context;
    this.on = on;
  }

  /** Makes the triggers those of a mapping. */
  synchronized void follow(List<KindPlan> plans) {
    Map<String, Plan> wanted = on ? wanted(plans) : Map.of();
    for (Map.Entry<String, Plan> old : List.copyOf(present.entrySet())) {
      if (!old.getValue().equals(wanted.get(old.getKey()))) {
        remove(old.getKey());
      }
    }
    wanted.forEach(this::add);
  }

  private static Map<String, Plan> wanted(List<KindPlan> plans) {
    Map<Integer, List<KindPlan>> entries = new LinkedHashMap<>();
    for (KindPlan plan : plans) {
      entries.computeIfAbsent(plan.resource().index(), any -> new ArrayList<>()).add(plan);
    }
    Map<String, Plan> wanted = new LinkedHashMap<>();
    for (List<KindPlan> entry : entries.values()) {
      Schedule schedule = entry.get(0).resource().selector().schedule();
      if (schedule != null) {
        List<String> kinds = entry.stream().map(KindPlan::slug).toList();
        wanted.put(kinds.get(0), new Plan(schedule, kinds));
      }
    }
    return wanted;
  }

  private void add(String slug, Plan plan) {
    if (present.putIfAbsent(slug, plan) != null) {
      return;
    }
    begun.put(slug, Instant.now());
    Schedule schedule = plan.schedule();
    String route = route(slug);
    try {
      TemplatedRouteBuilder.builder(context, "trigger-kind")
          .handler(definition -> definition.getRoute().setDescription(description(slug, schedule)))
          .routeId(route)
          .prefixId(route + "/")
          .parameter("name", slug)
          .parameter("kinds", String.join(",", plan.kinds()))
          .parameter("due", due(schedule))
          .add();
    } catch (Exception e) {
      throw new IllegalStateException(
          "route " + route + " could not be generated: " + Failures.words(e), e);
    }
    LOG.info("Route {}: {}", route, description(slug, schedule));
  }

  private static String description(String slug, Schedule schedule) {
    return schedule instanceof Schedule.Every every
        ? "%s on its own, every %s".formatted(slug, every.interval())
        : "%s on its own, at %s".formatted(slug, ((Schedule.At) schedule).cron());
  }

  /** The part of camel-quartz's address that says when. */
  private static String due(Schedule schedule) {
    if (schedule instanceof Schedule.Every every) {
      long interval = every.interval().toMillis();
      return "trigger.repeatInterval=%d&trigger.repeatCount=-1&triggerStartDelay=%d"
          .formatted(interval, interval);
    }
    return "cron=" + ((Schedule.At) schedule).cron().replace(' ', '+');
  }

  private void remove(String slug) {
    KindRoutes.drop(context, route(slug));
    present.remove(slug);
    begun.remove(slug);
  }

  /** When a kind is due by its own schedule, after {@code now}; null when it has none. */
  public synchronized @Nullable Instant next(String slug, Instant now) {
    return present.entrySet().stream()
        .filter(trigger -> trigger.getValue().kinds().contains(slug))
        .findFirst()
        .map(trigger -> next(trigger.getValue().schedule(), trigger.getKey(), now))
        .orElse(null);
  }

  private @Nullable Instant next(Schedule schedule, String trigger, Instant now) {
    if (schedule instanceof Schedule.Every every) {
      return every.next(begun.getOrDefault(trigger, now), now);
    }
    try {
      CronExpression cron = new CronExpression(((Schedule.At) schedule).cron());
      Date next = cron.getNextValidTimeAfter(Date.from(now));
      return next == null ? null : next.toInstant();
    } catch (ParseException e) {
      throw new IllegalStateException("a schedule that was checked is none: " + schedule, e);
    }
  }

  private static String route(String slug) {
    return "trigger-kind-" + slug;
  }
}
