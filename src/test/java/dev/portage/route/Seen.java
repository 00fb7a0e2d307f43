package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.Watch;
import dev.portage.route.web.page.Snapshot;
import dev.portage.route.web.page.StatusJson;
import dev.portage.sink.local.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/** The counts of a kind in its last run, as each place shows them, under the same names. */
final class Seen {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> NAMES =
      List.of(
          "read",
          "filtered",
          "skipped",
          "mapped",
          "unchanged",
          "created",
          "updated",
          "rejected",
          "unmatched",
          "failed");

  private Seen() {}

  /** What the watch says. */
  static Map<String, Long> inWatch(KindStatus status) {
    return of(status.pass().counts());
  }

  private static Map<String, Long> of(KindCounts counts) {
    Map<String, Long> seen = new LinkedHashMap<>();
    JsonNode json = MAPPER.valueToTree(counts);
    NAMES.forEach(name -> seen.put(name, json.path(name).asLong(-1)));
    return seen;
  }

  /** What the MBean says. */
  static Map<String, Long> inJmx(KindStatus status) {
    Map<String, Long> seen = new LinkedHashMap<>();
    for (String name : NAMES) {
      seen.put(
          name,
          attribute(status, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }
    return seen;
  }

  static long attribute(KindStatus status, String attribute) {
    try {
      ObjectName bean =
          new ObjectName("dev.portage:type=kinds,name=" + ObjectName.quote(status.kind().slug()));
      return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(bean, attribute))
          .longValue();
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the status page says. */
  static Map<String, Long> inPage(Watch watch, KindStatus status) {
    JsonNode counts =
        new StatusJson(new Snapshot(watch.process(), watch.kinds(), Instant.now()))
            .kind(status)
            .path("counts");
    Map<String, Long> seen = new LinkedHashMap<>();
    NAMES.forEach(name -> seen.put(name, counts.path(name).asLong(-1)));
    return seen;
  }

  /** What the summary in the log says, by kind in the order of the mapping. */
  static List<Map<String, Long>> inSummary(String report) {
    List<Map<String, Long>> kinds = new ArrayList<>();
    for (String line : report.split("\n")) {
      String[] cells = line.strip().split(" {2,}");
      if (cells.length == NAMES.size() + 2 && cells[1].matches("\\d+")) {
        Map<String, Long> seen = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
          seen.put(NAMES.get(i), Long.parseLong(cells[i + 1]));
        }
        kinds.add(seen);
      }
    }
    return kinds;
  }

  /** How a counter of every name has grown between two scrapes. */
  static Map<String, Long> inMetrics(Scrape before, Scrape after, String slug) {
    Map<String, Long> seen = new LinkedHashMap<>();
    for (String name : NAMES) {
      String key =
          name.equals("read") || name.equals("mapped")
              ? "portage_items_" + name + "_total{kind=\"" + slug + "\"}"
              : "portage_items_total{kind=\"" + slug + "\",outcome=\"" + name + "\"}";
      seen.put(name, Math.round(after.value(key) - before.samples().getOrDefault(key, 0.0)));
    }
    return seen;
  }

  /** The same in Port's words: what Port should have been told. */
  static Map<String, Long> inPortsWords(KindCounts counts) {
    return Map.of(
        "extract/raw_extracted",
        counts.read(),
        "transform/transformed",
        counts.mapped(),
        "transform/filtered_out",
        counts.filtered() + counts.skipped() - counts.doubtful(),
        "transform/failed",
        counts.doubtful(),
        "load/loaded",
        counts.created() + counts.updated(),
        "load/skipped",
        counts.unchanged() + counts.unmatched(),
        "load/failed",
        counts.rejected() + counts.failed());
  }

  /** What Port was told last of a kind in a run. */
  static Map<String, Long> inPort(List<Call> told, String run, String identifier) {
    Map<String, Long> seen = new LinkedHashMap<>();
    for (Call call : told) {
      JsonNode body = body(call);
      List<JsonNode> events = new ArrayList<>();
      body.path("syncKindsMetrics").forEach(events::add);
      events.add(body.path("syncKindMetrics"));
      for (JsonNode event : events) {
        if (event.path("kindIdentifier").asText().equals(identifier)
            && event.path("eventId").asText().equals(run)) {
          seen.clear();
          event.at("/metrics/phase").properties().forEach(phase -> count(phase, seen));
        }
      }
    }
    return seen;
  }

  private static void count(Map.Entry<String, JsonNode> phase, Map<String, Long> seen) {
    phase
        .getValue()
        .path("object_count_type")
        .properties()
        .forEach(
            type ->
                seen.put(
                    phase.getKey() + "/" + type.getKey(),
                    type.getValue().path("object_count").asLong(-1)));
  }

  /** The state that Port was told last of a kind in a run; empty for none. */
  static String lastState(List<Call> told, String run, String identifier) {
    String state = "";
    for (Call call : told) {
      JsonNode body = body(call);
      List<JsonNode> events = new ArrayList<>();
      body.path("syncKindsMetrics").forEach(events::add);
      events.add(body.path("syncKindMetrics"));
      for (JsonNode event : events) {
        if (event.path("kindIdentifier").asText().equals(identifier)
            && event.path("eventId").asText().equals(run)) {
          state = event.path("syncState").asText();
        }
      }
    }
    return state;
  }

  private static JsonNode body(Call call) {
    try {
      return MAPPER.readTree(call.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Ocean's gauges say. */
  static Map<String, Long> inGauges(Scrape scrape, String identifier) {
    Map<String, Long> seen = new LinkedHashMap<>();
    for (String name :
        Arrays.asList(
            "extract/raw_extracted",
            "transform/transformed",
            "transform/filtered_out",
            "transform/failed",
            "load/loaded",
            "load/skipped",
            "load/failed")) {
      String[] parts = name.split("/");
      seen.put(
          name,
          Math.round(
              scrape.value(
                  "object_count{kind=\"%s\",object_count_type=\"%s\",phase=\"%s\"}"
                      .formatted(identifier, parts[1], parts[0]))));
    }
    return seen;
  }
}
