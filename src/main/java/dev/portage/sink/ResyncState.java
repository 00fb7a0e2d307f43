package dev.portage.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What Port shows about a resync (contract, section 4.5).
 *
 * @param status of the resync
 * @param start when it began; null once it has ended
 * @param end when it ended; null while it runs
 * @param next when the next one begins; null without a schedule
 * @param interval between two; null without a schedule
 */
public record ResyncState(
    Status status,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Instant next,
    @Nullable Duration interval) {

  /** The states that Port knows. */
  public enum Status {
    RUNNING("running"),
    COMPLETED("completed"),
    FAILED("failed"),
    ABORTED("aborted");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** As it goes over the wire. */
    public String text() {
      return text;
    }

    /**
     * The state with that text.
     *
     * @throws IllegalArgumentException when Port has none of that name
     */
    public static Status of(String text) {
      return Arrays.stream(values())
          .filter(status -> status.text.equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("Port has no state " + text));
    }
  }

  /** A resync that has begun. */
  public static ResyncState running(
      Instant start, @Nullable Instant next, @Nullable Duration interval) {
    return new ResyncState(Status.RUNNING, start, null, next, interval);
  }

  /** A resync that has ended. */
  public static ResyncState ended(
      Status status, Instant end, @Nullable Instant next, @Nullable Duration interval) {
    return new ResyncState(status, null, end, next, interval);
  }

  /** The body of the call. */
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("status", status.text());
    if (start != null) {
      body.put("lastResyncStart", PortApi.time(start));
    }
    body.put("lastResyncEnd", end == null ? null : PortApi.time(end));
    body.put("nextResync", next == null ? null : PortApi.time(next));
    // Port spells it so.
    body.put("intervalInMinuets", interval == null ? null : (Long) interval.toMinutes());
    return body;
  }
}
