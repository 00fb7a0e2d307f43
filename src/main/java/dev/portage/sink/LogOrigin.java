package dev.portage.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where lines of the log come from.
 *
 * @param hostname of the machine or pod
 * @param instance of the process: a UUID that is new with every start
 */
public record LogOrigin(String hostname, String instance) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** A line as Port takes it. */
  ObjectNode body(LogRecord log) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message", log.message());
    body.put("level", log.level());
    body.put("timestamp", time(log.time()));
    ObjectNode extra = body.putObject("extra");
    extra.put("hostname", hostname);
    extra.put("instance", instance);
    addContext(log, extra);
    return body;
  }

  private static void addContext(LogRecord log, ObjectNode extra) {
    String event = log.context().get("event_id");
    if (event != null) {
      extra.put("event_id", event);
      extra.put("event_kind", "resync");
      extra.put("event_trigger_type", "machine");
    }
    String kind = log.context().get("resource_kind");
    if (kind != null) {
      extra.put("resource_kind", kind);
      extra.put("index", Integer.parseInt(log.context().getOrDefault("index", "0")));
    }
    String phase = log.context().get("etl_phase");
    if (phase != null) {
      extra.put("etl_phase", phase);
    }
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
