package dev.portage.route.status;

import dev.portage.sink.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Lines of the log that wait to be shipped to Port (contract, section 4.12). Never blocks: when it
 * is full the oldest lines go, which is counted and said in their place. Safe to share between
 * threads.
 */
public final class LogBuffer {
  private static final String UNSHIPPED = "portage.unshipped";
  private static final int BATCH = 100;
  private static final int BATCH_CHARS = 256 * 1024;
  private static final int LONGEST = 32 * 1024;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final int capacity;
  private final Deque<LogRecord> waiting = new ArrayDeque<>();
  private long lost;
  private boolean open = true;
  private boolean flushing;
  private Instant last;

  /**
   * An empty buffer.
   *
   * @param capacity lines to hold at most
   */
  public LogBuffer(int capacity) {
    this(capacity, Instant.now());
  }

  LogBuffer(int capacity, Instant start) {
    this.capacity = capacity;
    this.last = start;
  }

  /** A buffer that takes nothing: logs are not shipped. */
  public static LogBuffer off() {
    LogBuffer off = new LogBuffer(0);
    off.close();
    return off;
  }

  /** What is logged by this thread from now on is about shipping logs, and stays here. */
  static void keepOut() {
    MDC.put(UNSHIPPED, "true");
  }

  /**
   * Takes a line in, unless it is about shipping lines.
   *
   * @param level as Port names it: ERROR, WARNING, INFO or DEBUG
   * @param message cut off when it is very long; masked when it is shipped
   * @param context of the thread that wrote it
   */
  public void add(Instant time, String level, String message, Map<String, String> context) {
    if (context.containsKey(UNSHIPPED)) {
      return;
    }
    String shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    add(new LogRecord(time, level, shown, context));
  }

  private synchronized void add(LogRecord line) {
    if (!open) {
      return;
    }
    if (waiting.size() >= capacity) {
      waiting.removeFirst();
      lost++;
    }
    waiting.addLast(line);
  }

  /** Whether there is a batch: 100 lines, or any that have waited for 5 s. */
  synchronized boolean isDue(Instant now) {
    boolean waited = flushing || !now.isBefore(last.plus(PAUSE));
    return waiting.size() >= BATCH || (waited && !waiting.isEmpty());
  }

  /**
   * The next batch; empty when none is due. Where lines were lost before it, the first line says
   * so.
   */
  synchronized List<LogRecord> take(Instant now) {
    if (!isDue(now)) {
      return List.of();
    }
    List<LogRecord> batch = new ArrayList<>();
    if (lost > 0) {
      String said = lost + " lines of the log before this one were lost";
      batch.add(new LogRecord(waiting.getFirst().time(), "WARNING", said, Map.of()));
      lost = 0;
    }
    int chars = 0;
    while (!waiting.isEmpty() && batch.size() < BATCH && chars < BATCH_CHARS) {
      LogRecord line = waiting.removeFirst();
      chars += line.message().length();
      batch.add(line);
    }
    last = now;
    return batch;
  }

  /** Lines that were taken did not arrive. */
  synchronized void lost(long lines) {
    lost += lines;
  }

  /** From now on nothing waits for company. */
  synchronized void flush() {
    flushing = true;
  }

  /** From now on nothing is taken in. */
  synchronized void close() {
    open = false;
    waiting.clear();
  }
}
