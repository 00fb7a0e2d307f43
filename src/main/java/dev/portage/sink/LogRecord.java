package dev.portage.sink;

import java.time.Instant;
import java.util.Map;

/**
 * A line of the log on its way to Port (contract, section 4.12).
 *
 * @param level as Port names it: ERROR, WARNING, INFO or DEBUG
 * @param context what is known of where it was written, by Port's names: {@code event_id}, {@code
 *     resource_kind}, {@code index}, {@code etl_phase}; others are ignored
 */
public record LogRecord(Instant time, String level, String message, Map<String, String> context) {

  /** Copies the context. */
  public LogRecord {
    context = Map.copyOf(context);
  }
}
